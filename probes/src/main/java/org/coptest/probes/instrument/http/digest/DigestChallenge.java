package org.coptest.probes.instrument.http.digest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Digest challenge that can be answered: hash known, and qop auth or none.
 *
 * @param algorithm its hash; MD5 where it names none
 * @param named whether it named the hash; old servers take no answer that does when they did not
 * @param realm as shown to people
 * @param nonce of the server
 * @param opaque to be sent back as it came
 * @param qop whether it offers qop=auth; without it, RFC 2069 counts
 * @param stale whether the last answer failed for its old nonce alone
 */
public record DigestChallenge(
    DigestAlgorithm algorithm,
    boolean named,
    String realm,
    String nonce,
    Optional<String> opaque,
    boolean qop,
    boolean stale) {
  private static final String COUNT = "00000001";

  /** The challenge as one that can be answered, if it is. */
  public static Optional<DigestChallenge> of(Challenge challenge) {
    var algorithm = DigestAlgorithm.named(challenge.parameter("algorithm").orElse("MD5"));
    var qop = challenge.parameter("qop").map(DigestChallenge::words).orElse(List.of());
    if (!challenge.scheme().equals("digest")
        || algorithm.isEmpty()
        || challenge.parameter("nonce").isEmpty()
        || !qop.isEmpty() && !qop.contains("auth")) {
      return Optional.empty();
    }
    return Optional.of(
        new DigestChallenge(
            algorithm.get(),
            challenge.parameter("algorithm").isPresent(),
            challenge.parameter("realm").orElse(""),
            challenge.parameter("nonce").get(),
            challenge.parameter("opaque"),
            !qop.isEmpty(),
            challenge.parameter("stale").filter("true"::equalsIgnoreCase).isPresent()));
  }

  /** The one with the strongest hash among those that can be answered. */
  public static Optional<DigestChallenge> strongest(List<Challenge> challenges) {
    return challenges.stream()
        .flatMap(challenge -> of(challenge).stream())
        .max(Comparator.comparing(DigestChallenge::algorithm));
  }

  /** The value of {@code response}: what shows that the password is known. */
  public String response(String method, String uri, String user, String password, String cnonce) {
    var secret = algorithm.hex(user + ":" + realm + ":" + password);
    if (algorithm.session()) {
      secret = algorithm.hex(secret + ":" + nonce + ":" + cnonce);
    }
    var turn = qop ? nonce + ":" + COUNT + ":" + cnonce + ":auth" : nonce;
    return algorithm.hex(secret + ":" + turn + ":" + algorithm.hex(method + ":" + uri));
  }

  /**
   * The value of {@code Authorization} for one request.
   *
   * @param method as in the request line
   * @param uri exactly as in the request line
   * @param cnonce fresh nonce of the client, of token characters
   */
  public String authorization(
      String method, String uri, String user, String password, String cnonce) {
    var header = new StringBuilder("Digest ").append(name(user));
    header.append(", realm=").append(quoted(realm)).append(", nonce=").append(quoted(nonce));
    header.append(", uri=").append(quoted(uri));
    if (named) {
      header.append(", algorithm=").append(algorithm.text());
    }
    if (qop) {
      header.append(", qop=auth, nc=").append(COUNT);
    }
    if (qop || algorithm.session()) {
      header.append(", cnonce=").append(quoted(cnonce));
    }
    header.append(", response=\"").append(response(method, uri, user, password, cnonce));
    header.append('"');
    opaque.ifPresent(value -> header.append(", opaque=").append(quoted(value)));
    return header.toString();
  }

  private static String name(String user) {
    return user.chars().allMatch(c -> c >= ' ' && c < 0x7f)
        ? "username=" + quoted(user)
        : "username*=UTF-8''" + URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split("[,\\s]+", -1))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
