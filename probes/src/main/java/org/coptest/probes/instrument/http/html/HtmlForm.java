package org.coptest.probes.instrument.http.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form of a page.
 *
 * @param action where it goes, as written
 * @param method get or post, lower case
 * @param fields what it submits, in the order of the page
 */
public record HtmlForm(String action, String method, List<FormField> fields) {

  /** Copies what it is given. */
  public HtmlForm {
    fields = List.copyOf(fields);
    method = method.toLowerCase(Locale.ROOT);
  }

  /** Whether somebody logs in with it: one password, and not a new one. */
  public boolean login() {
    var passwords = fields.stream().filter(FormField::password).toList();
    return passwords.size() == 1 && !passwords.getFirst().hint().equals("new-password");
  }

  /** Whether somebody chooses a password with it. */
  public boolean choosesPassword() {
    return fields.stream().anyMatch(FormField::password) && !login();
  }

  /** The field for the password. */
  public Optional<FormField> password() {
    return fields.stream().filter(FormField::password).findFirst();
  }

  /**
   * The field for the name of the account: one that looks so, else the last before the password.
   */
  public Optional<FormField> account() {
    var lines =
        fields.stream().takeWhile(field -> !field.password()).filter(FormField::line).toList();
    return lines.stream()
        .filter(FormField::account)
        .findFirst()
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
  }

  /** The field of this name. */
  public Optional<FormField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
