package org.coptest.emulators.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.coptest.emulators.device.Accounts;

/** Basic authentication (RFC 7617). */
public record Basic(String realm, Accounts accounts) implements LoginCheck {

  private static final String SCHEME = "Basic ";

  @Override
  public String challenge() {
    return SCHEME + "realm=\"" + realm + "\"";
  }

  @Override
  public boolean admits(String method, String path, String authorization) {
    return pair(authorization).filter(pair -> accounts.admits(pair[0], pair[1])).isPresent();
  }

  /** User and password of this header. */
  public Optional<String[]> pair(String authorization) {
    return Optional.of(authorization)
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> decode(header.substring(SCHEME.length())).split(":", 2))
        .filter(pair -> pair.length == 2);
  }

  private static String decode(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded.strip()), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
