package org.coptest.probes.instrument.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coptest.probes.instrument.http.digest.Challenge;
import org.coptest.probes.instrument.http.digest.DigestChallenge;
import org.coptest.probes.instrument.http.html.HtmlPage;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.VisibleText;
import org.coptest.spi.EvidenceRef;

/**
 * What a web server sent back.
 *
 * @param status 100 to 599; 0 when nothing that is HTTP came
 * @param challenges its challenges, in its order
 * @param location where it sends the client, or empty
 * @param type media type without parameters, lower case
 * @param setCookies the cookies it sets, as sent
 * @param body the first 1 MiB as ISO 8859-1
 * @param ending how the exchange ended
 * @param evidence the exchange
 */
public record HttpReply(
    int status,
    List<Challenge> challenges,
    String location,
    String type,
    List<String> setCookies,
    String body,
    Ending ending,
    Optional<EvidenceRef> evidence) {
  private static final int MOST_WORDS = 1_024;
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?i)unauthori[sz]ed|forbidden|denied|not.?logged|login.?required|no.?permission"
              + "|(?:session|token).{0,9}(?:expired|invalid)|invalid.?(?:session|token)"
              + "|\"(?:code|status|error)\"\\s*:\\s*\"?-?40[13]");

  /** No HTTP came back. */
  static HttpReply none(Ending ending, Optional<EvidenceRef> evidence) {
    return new HttpReply(0, List.of(), "", "", List.of(), "", ending, evidence);
  }

  /** Whether it serves something. */
  public boolean served() {
    return status >= 200 && status < 300;
  }

  /** Whether it sends the client elsewhere. */
  public boolean redirects() {
    return status >= 300 && status < 400 && !location.isEmpty();
  }

  /** Whether it serves something else than a page to log in, one to be sent on from, or a no. */
  public boolean shows() {
    return served() && !passwordForm() && !page().sendsAway() && !refusesInWords();
  }

  /** Many devices say in JSON, with status 200, that nobody is logged in. */
  private boolean refusesInWords() {
    return body.length() < MOST_WORDS
        && body.stripLeading().startsWith("{")
        && REFUSAL.matcher(body).find();
  }

  /** Names of the authentication schemes that are offered. */
  public List<String> schemes() {
    return challenges.stream().map(Challenge::scheme).distinct().toList();
  }

  /** Whether it asks for a password in a header: Basic (RFC 7617) or a Digest we can answer. */
  public boolean challengesPassword() {
    return status == 401
        && (schemes().contains("basic") || DigestChallenge.strongest(challenges).isPresent());
  }

  /** Whether it is a page with a field for a password. */
  public boolean passwordForm() {
    return page().asksForPassword();
  }

  /** The body read as a page. */
  public HtmlPage page() {
    return HtmlPage.of(body);
  }

  /** Names of the cookies it sets, sorted. */
  public List<String> cookies() {
    return setCookies.stream().map(c -> c.split("=", 2)[0].strip()).sorted().distinct().toList();
  }

  /** For comparison with other replies, without the values that were submitted. */
  public Likeness likeness(List<String> submitted) {
    var text = page().text();
    // What was typed in and comes back must not make a page longer than the one before.
    var kept = VisibleText.clean(text, submitted).length();
    var length = Integer.SIZE - Integer.numberOfLeadingZeros(kept / 256);
    var names = String.join(",", cookies());
    var typed = "%d|%s|%s|%s|%d".formatted(status, path(), type, names, length);
    return VisibleText.likeness(typed, text, submitted);
  }

  /** Path of the redirect, without host, query and fragment. */
  public String path() {
    int scheme = location.indexOf("://");
    int slash = scheme < 0 ? 0 : location.indexOf('/', scheme + 3);
    var local = slash < 0 ? "/" : location.substring(slash);
    return local.split("[?#]", 2)[0];
  }
}
