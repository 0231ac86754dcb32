package org.coptest.probes.instrument.http.form;

import java.util.Optional;
import org.coptest.probes.instrument.http.html.HtmlForm;

/**
 * Where and how a login is sent.
 *
 * @param page what is fetched before each login; empty for nothing
 * @param target what takes the login
 * @param post whether by POST
 * @param form the form of the page, if it has one
 * @param userField field of the user name; empty for none
 * @param passwordField field of the password
 */
record LoginPage(
    Optional<String> page,
    String target,
    boolean post,
    Optional<HtmlForm> form,
    String userField,
    String passwordField) {}
