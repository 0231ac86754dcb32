package org.coptest.probes.instrument.tls;

import java.util.List;

/**
 * A cipher suite.
 *
 * @param id its two bytes on the wire
 * @param name as registered, {@code TLS_…}
 */
public record CipherSuite(int id, String name) {
  private static final String WITH = "_WITH_";

  /** Whether it is one of TLS 1.3 (RFC 8446, 9150), which name no key exchange. */
  public boolean isTls13() {
    return !name.contains(WITH) && !name.startsWith("TLS_UNKNOWN");
  }

  /** What stands between {@code TLS_} and {@code _WITH_}; empty for TLS 1.3. */
  public String keyExchange() {
    int end = name.indexOf(WITH);
    return end < 0 ? "" : name.substring(name.indexOf('_') + 1, end);
  }

  /** What stands between the underscores of its name. */
  public List<String> parts() {
    return List.of(name.split("_"));
  }
}
