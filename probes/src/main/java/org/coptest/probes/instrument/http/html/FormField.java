package org.coptest.probes.instrument.http.html;

import java.util.Locale;
import java.util.Set;

/**
 * A field of a form.
 *
 * @param kind type of the input, lower case; select, textarea and submit beside those of HTML
 * @param name as submitted
 * @param value what it holds at first
 * @param hint its autocomplete attribute, lower case
 */
public record FormField(String kind, String name, String value, String hint) {
  private static final Set<String> TYPED = Set.of("text", "email", "tel", "search", "number", "");

  /** Whether a password is typed in. */
  public boolean password() {
    return kind.equals("password");
  }

  /** Whether a line of text is typed in. */
  public boolean line() {
    return TYPED.contains(kind);
  }

  /** Whether it looks like the name of an account. */
  boolean account() {
    var words = (name + " " + hint).toLowerCase(Locale.ROOT);
    return words.contains("user")
        || words.contains("login")
        || words.contains("account")
        || words.contains("mail")
        || words.contains("name");
  }
}
