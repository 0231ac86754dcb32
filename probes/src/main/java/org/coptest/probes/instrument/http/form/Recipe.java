package org.coptest.probes.instrument.http.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * What is declared about a login over a web page or a JSON service.
 *
 * @param where names a field of the declaration for people, with file and line
 * @param strict whether it is declared as a form or JSON service, so that it has to fit
 * @param json whether JSON is sent instead of a form
 * @param path the page with the form, or what takes the login
 * @param userField field of the user name
 * @param passwordField field of the password
 * @param post whether the login is sent by POST
 * @param extra further fields with fixed values
 * @param csrfFrom page that is fetched before, for cookies and tokens against forged requests
 * @param tokenField field of a JSON answer that holds the session token
 * @param protectedReference path that is denied without a login
 */
public record Recipe(
    UnaryOperator<String> where,
    boolean strict,
    boolean json,
    Optional<String> path,
    Optional<String> userField,
    Optional<String> passwordField,
    boolean post,
    Map<String, String> extra,
    Optional<String> csrfFrom,
    Optional<String> tokenField,
    Optional<String> protectedReference) {

  /** The declaration does not fit what was met. */
  ProbeException unfit(String field, String found) {
    return new ProbeException(Cause.MISSING_INPUT, where.apply(field) + " " + found);
  }
}
