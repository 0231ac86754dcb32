package org.coptest.probes.instrument.http.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What matters of a page.
 *
 * @param text what people see of it, with its title
 * @param base address that relative ones start from, or empty
 * @param forms in the order of the page
 * @param links where its links, frames, refreshes and scripts lead, as written
 * @param metas content of its meta elements by lower-case name or http-equiv
 * @param loosePassword whether a password is typed in outside of any form
 * @param script whether it has scripts
 * @param scriptLeaves whether a script leads to another page
 */
public record HtmlPage(
    String text,
    String base,
    List<HtmlForm> forms,
    List<Link> links,
    Map<String, String> metas,
    boolean loosePassword,
    boolean script,
    boolean scriptLeaves) {
  private static final int SHORT = 120;
  private static final Pattern AT_ONCE =
      Pattern.compile("\\s{0,9}[0-5](?:\\.\\d{1,9})?\\s{0,9}[;,]\\s{0,9}[uU][rR][lL].*");

  /**
   * Something that leads elsewhere.
   *
   * @param target as written
   * @param text what people see of it
   */
  public record Link(String target, String text) {}

  /** Reads it. */
  public static HtmlPage of(String html) {
    return PageBuilder.page(HtmlReader.tokens(html));
  }

  /** Whether there is a field for a password. */
  public boolean asksForPassword() {
    return loosePassword || forms.stream().anyMatch(form -> form.password().isPresent());
  }

  /** The form to log in. */
  public Optional<HtmlForm> login() {
    return forms.stream().filter(HtmlForm::login).findFirst();
  }

  /** Whether there is nothing to see, because it leads to another page by itself. */
  public boolean sendsAway() {
    var leaves = scriptLeaves || AT_ONCE.matcher(metas.getOrDefault("refresh", "")).matches();
    return leaves && text.length() < SHORT;
  }
}
