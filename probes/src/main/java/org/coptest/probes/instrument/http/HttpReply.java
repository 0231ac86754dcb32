package org.coptest.probes.instrument.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.VisibleText;
import org.coptest.spi.EvidenceRef;

/**
 * What a web server sent back.
 *
 * @param status 100 to 599; 0 when nothing that is HTTP came
 * @param schemes authentication schemes of its challenges, lower case
 * @param location where it sends the client, or empty
 * @param type media type without parameters, lower case
 * @param cookies names of the cookies it sets, sorted
 * @param body the first 1 MiB as ISO 8859-1
 * @param refused whether the connection was not taken or ended at once
 * @param evidence the exchange
 */
public record HttpReply(
    int status,
    List<String> schemes,
    String location,
    String type,
    List<String> cookies,
    String body,
    boolean refused,
    Optional<EvidenceRef> evidence) {

  /** No HTTP came back. */
  static HttpReply none(boolean refused, Optional<EvidenceRef> evidence) {
    return new HttpReply(0, List.of(), "", "", List.of(), "", refused, evidence);
  }

  /** Whether it serves something. */
  public boolean served() {
    return status >= 200 && status < 300;
  }

  /** Whether it sends the client elsewhere. */
  public boolean redirects() {
    return status >= 300 && status < 400 && !location.isEmpty();
  }

  /** Whether it asks for HTTP Basic credentials (RFC 7617). */
  public boolean challengesBasic() {
    return status == 401 && schemes.contains("basic");
  }

  /** Whether it is a page with a field for a password. */
  public boolean passwordForm() {
    var compact = body.toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    int input = compact.indexOf("<input");
    while (input >= 0) {
      int end = compact.indexOf('>', input);
      var tag = compact.substring(input, end < 0 ? compact.length() : end);
      if (tag.contains("type=password")) {
        return true;
      }
      input = compact.indexOf("<input", input + 6);
    }
    return false;
  }

  /** For comparison with other replies, without the values that were submitted. */
  public Likeness likeness(List<String> submitted) {
    var text = text();
    var length = Integer.SIZE - Integer.numberOfLeadingZeros(text.length() / 64);
    var typed = "%d|%s|%s|%s|%d".formatted(status, path(), type, String.join(",", cookies), length);
    return VisibleText.likeness(typed, text, submitted);
  }

  /** Path of the redirect, without host, query and fragment. */
  public String path() {
    int scheme = location.indexOf("://");
    int slash = scheme < 0 ? 0 : location.indexOf('/', scheme + 3);
    var local = slash < 0 ? "/" : location.substring(slash);
    return local.split("[?#]", 2)[0];
  }

  private String text() {
    var text = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < Math.min(body.length(), 64 * 1024); i++) {
      char c = body.charAt(i);
      inside = c == '<' || inside && c != '>';
      text.append(inside || c == '>' ? ' ' : c);
    }
    return text.toString();
  }
}
