package org.coptest.emulators.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.coptest.emulators.device.Accounts;

/** A UsernameToken with a password digest, as it stands in a request; its parts may be empty. */
record Token(String user, String digest, String nonce, String created) {

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  static Token in(String body) {
    return new Token(
        part(body, "Username"), part(body, "Password"), part(body, "Nonce"), part(body, "Created"));
  }

  /** Whether it is fresh by this clock and shows the password of its user. */
  boolean admitted(Accounts accounts, Instant now) {
    try {
      var age = Duration.between(now, Instant.parse(created)).abs();
      return age.compareTo(GOOD_FOR) <= 0
          && accounts.passwordOf(user).filter(it -> expected(it).equals(digest)).isPresent();
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private String expected(String password) {
    try {
      var hash = MessageDigest.getInstance("SHA-1");
      hash.update(Base64.getDecoder().decode(nonce));
      hash.update(created.getBytes(UTF_8));
      hash.update(password.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-1 in this JDK", e);
    }
  }

  private static String part(String body, String name) {
    var found = Pattern.compile("[:<]" + name + "(?: [^>]{0,300})?>([^<]{0,300})<").matcher(body);
    return found.find() ? found.group(1).strip() : "";
  }
}
