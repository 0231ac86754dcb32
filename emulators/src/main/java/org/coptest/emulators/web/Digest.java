package org.coptest.emulators.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.coptest.emulators.device.Accounts;

/** Digest authentication as RTSP cameras do it (RFC 2617, MD5, with or without qop=auth). */
public final class Digest implements LoginCheck {

  private static final Pattern FIELD =
      Pattern.compile("(\\w{1,20})=(?:\"([^\"]{0,512})\"|([^,\\s]{1,128}))");
  private static final int NONCE_BITS = 128;

  private final String realm;
  private final Accounts accounts;
  private final String nonce = new BigInteger(NONCE_BITS, new SecureRandom()).toString(16);

  /** Asks for these accounts. */
  public Digest(String realm, Accounts accounts) {
    this.realm = realm;
    this.accounts = accounts;
  }

  @Override
  public String challenge() {
    return "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", qop=\"auth\", algorithm=MD5";
  }

  @Override
  public boolean admits(String method, String path, String authorization) {
    if (!authorization.startsWith("Digest ")) {
      return false;
    }
    var fields = fields(authorization);
    return nonce.equals(fields.get("nonce"))
        && accounts
            .passwordOf(fields.getOrDefault("username", ""))
            .filter(password -> expected(method, password, fields).equals(fields.get("response")))
            .isPresent();
  }

  private String expected(String method, String password, Map<String, String> fields) {
    var secret = md5(fields.get("username") + ":" + realm + ":" + password);
    var request = md5(method + ":" + fields.getOrDefault("uri", ""));
    if (!fields.containsKey("qop")) {
      return md5(secret + ":" + nonce + ":" + request);
    }
    var count = fields.getOrDefault("nc", "") + ":" + fields.getOrDefault("cnonce", "");
    return md5(secret + ":" + nonce + ":" + count + ":" + fields.get("qop") + ":" + request);
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
