package org.coptest.emulators.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.coptest.emulators.device.Accounts;

/**
 * Pages behind Digest with MD5-sess (RFC 7616), where a nonce serves one request and every third
 * one has grown old before it is used.
 */
public final class DigestSite implements WebSite {

  private static final Pattern FIELD =
      Pattern.compile("(\\w{1,20})=(?:\"([^\"]{0,512})\"|([^,\\s]{1,128}))");
  private static final String REALM = "CAM-1, area \\\"live\\\"";

  private final Accounts accounts;
  private final Pages inside;
  private final SecureRandom random = new SecureRandom();
  private final Set<String> nonces = ConcurrentHashMap.newKeySet();
  private final AtomicInteger used = new AtomicInteger();

  /** These pages for these accounts. */
  public DigestSite(Accounts accounts, Pages inside) {
    this.accounts = accounts;
    this.inside = inside;
  }

  @Override
  public TextAnswer answer(TextRequest request) {
    var authorization = request.header("authorization").orElse("");
    if (!authorization.startsWith("Digest ")) {
      return challenge("");
    }
    var fields = fields(authorization);
    if (!nonces.remove(fields.getOrDefault("nonce", "")) || used.incrementAndGet() % 3 == 0) {
      return challenge(", stale=true");
    }
    return admits(request, fields)
        ? inside.answer(request.method(), request.path(), authorization)
        : challenge("");
  }

  private TextAnswer challenge(String more) {
    var nonce = new BigInteger(128, random).toString(36);
    nonces.add(nonce);
    return TextAnswer.of(401, "Unauthorized", "login needed\n")
        .with(
            "WWW-Authenticate",
            "Negotiate, Digest realm=\"%s\", nonce=\"%s\", qop=\"auth,auth-int\", opaque=\"c1\", algorithm=MD5-sess%s"
                .formatted(REALM, nonce, more));
  }

  private boolean admits(TextRequest request, Map<String, String> fields) {
    return request.target().equals(fields.get("uri"))
        && "c1".equals(fields.get("opaque"))
        && accounts
            .passwordOf(fields.getOrDefault("username", ""))
            .filter(password ->
                expected(request.method(), password, fields).equals(fields.get("response")))
            .isPresent();
  }

  private static String expected(String method, String password, Map<String, String> fields) {
    var nonce = fields.get("nonce");
    var client = fields.getOrDefault("cnonce", "");
    var account = md5(fields.get("username") + ":CAM-1, area \"live\":" + password);
    var session = md5(account + ":" + nonce + ":" + client);
    var turn = fields.getOrDefault("nc", "") + ":" + client + ":" + fields.get("qop");
    return md5(session + ":" + nonce + ":" + turn + ":" + md5(method + ":" + fields.get("uri")));
  }

  private static Map<String, String> fields(String authorization) {
    var fields = new HashMap<String, String>();
    FIELD
        .matcher(authorization)
        .results()
        .forEach(m -> fields.put(m.group(1), m.group(2) == null ? m.group(3) : m.group(2)));
    return fields;
  }

  private static String md5(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
