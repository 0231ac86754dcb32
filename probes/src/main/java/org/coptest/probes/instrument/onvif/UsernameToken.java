package org.coptest.probes.instrument.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Candidate;

/**
 * Header of a WS-Security UsernameToken with a password digest (profile 1.1): the digest is {@code
 * Base64(SHA-1(nonce + created + password))}.
 *
 * @param user name
 * @param digest of the password
 * @param nonce in Base64
 * @param created in UTC by the device's clock
 */
record UsernameToken(String user, String digest, String nonce, String created) {
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final int NONCE = 16;

  static UsernameToken of(Candidate candidate, Instant now, RandomGenerator random) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var created = now.truncatedTo(ChronoUnit.SECONDS).toString();
    return new UsernameToken(
        candidate.user(),
        digest(nonce, created, candidate.password()),
        Base64.getEncoder().encodeToString(nonce),
        created);
  }

  static String digest(byte[] nonce, String created, String password) {
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      sha.update(nonce);
      sha.update(created.getBytes(StandardCharsets.UTF_8));
      sha.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** The element that goes into the SOAP header. */
  String xml() {
    return "<wsse:Security s:mustUnderstand=\"1\" xmlns:wsse=\"%swssecurity-secext-1.0.xsd\""
            .formatted(OASIS)
        + " xmlns:wsu=\"%swssecurity-utility-1.0.xsd\"><wsse:UsernameToken>".formatted(OASIS)
        + "<wsse:Username>%s</wsse:Username>".formatted(escaped(user))
        + "<wsse:Password Type=\"%susername-token-profile-1.0#PasswordDigest\">".formatted(OASIS)
        + digest
        + "</wsse:Password><wsse:Nonce EncodingType=\"%ssoap-message-security-1.0#Base64Binary\">"
            .formatted(OASIS)
        + nonce
        + "</wsse:Nonce><wsu:Created>%s</wsu:Created>".formatted(created)
        + "</wsse:UsernameToken></wsse:Security>";
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
