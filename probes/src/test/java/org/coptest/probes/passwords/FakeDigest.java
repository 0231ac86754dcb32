package org.coptest.probes.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.coptest.probes.passwords.FakeSite.Asked;
import org.coptest.probes.passwords.FakeWeb.Page;

/** The server's side of Digest (RFC 7616), written for itself: each nonce serves one login. */
final class FakeDigest {
  private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^, ]+))");
  final AtomicInteger logins = new AtomicInteger();
  private final String algorithm;
  private final boolean qop;
  private final boolean everySecondStale;
  private final Map<String, String> passwords;
  private final AtomicInteger nonces = new AtomicInteger();

  FakeDigest(
      String algorithm, boolean qop, boolean everySecondStale, Map<String, String> passwords) {
    this.algorithm = algorithm;
    this.qop = qop;
    this.everySecondStale = everySecondStale;
    this.passwords = passwords;
  }

  /** The secret page, or a challenge. */
  Page guarded(Asked asked, Page secret) {
    var header = asked.header("authorization");
    if (!header.startsWith("Digest ")) {
      return challenge("");
    }
    var fields = new HashMap<String, String>();
    FIELD
        .matcher(header)
        .results()
        .forEach(m -> fields.put(m.group(1), m.group(2) == null ? m.group(3) : m.group(2)));
    if (!fields.getOrDefault("nonce", "").equals("n" + nonces.get())) {
      return challenge(", stale=true");
    }
    if (everySecondStale && nonces.get() % 2 == 1) {
      return challenge(", stale=true");
    }
    logins.incrementAndGet();
    return admits(asked, fields) ? secret : challenge("");
  }

  private Page challenge(String more) {
    var challenge =
        "Digest realm=\"cam, 1\", nonce=\"n%d\", opaque=\"o\"%s%s%s"
            .formatted(
                nonces.incrementAndGet(),
                algorithm.isEmpty() ? "" : ", algorithm=" + algorithm,
                qop ? ", qop=\"auth-int, auth\"" : "",
                more);
    return new Page("401 Unauthorized\r\nWWW-Authenticate: " + challenge, "<h1>log in</h1>");
  }

  private boolean admits(Asked asked, Map<String, String> fields) {
    var password = passwords.get(fields.getOrDefault("username", ""));
    return password != null
        && "o".equals(fields.get("opaque"))
        && asked.target().equals(fields.get("uri"))
        && qop == fields.containsKey("nc")
        && expected(asked.method(), password, fields).equals(fields.get("response"));
  }

  private String expected(String method, String password, Map<String, String> fields) {
    var nonce = fields.get("nonce");
    var first = hash(fields.get("username") + ":cam, 1:" + password);
    if (algorithm.endsWith("-sess")) {
      first = hash(first + ":" + nonce + ":" + fields.get("cnonce"));
    }
    var turn = qop ? ":%s:%s:auth".formatted(fields.get("nc"), fields.get("cnonce")) : "";
    return hash(first + ":" + nonce + turn + ":" + hash(method + ":" + fields.get("uri")));
  }

  private String hash(String text) {
    try {
      var name = algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5";
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
