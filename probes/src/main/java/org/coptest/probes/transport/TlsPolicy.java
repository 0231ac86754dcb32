package org.coptest.probes.transport;

import java.util.Optional;
import org.coptest.probes.instrument.tls.CipherSuite;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.Policy;
import org.coptest.spi.PolicyLine;
import org.coptest.spi.PolicyLine.Stance;

/**
 * What a policy says about versions and suites, by its topics {@code tls.version}, {@code
 * tls.suite-part} and {@code tls.key-exchange}.
 */
public record TlsPolicy(Policy policy) {
  private static final int FIRST_AEAD_OF_TLS13 = 0x1301;
  private static final int LAST_AEAD_OF_TLS13 = 0x1305;

  /** The line that forbids this version. */
  public Optional<PolicyLine> against(TlsVersion version) {
    return policy.line("tls.version", version.label()).filter(TlsPolicy::forbids);
  }

  /** Whether a line allows this version. */
  public boolean allows(TlsVersion version) {
    return policy.line("tls.version", version.label()).filter(l -> !forbids(l)).isPresent();
  }

  /** The line that forbids this suite, by a part of its name or its key exchange. */
  public Optional<PolicyLine> against(CipherSuite suite) {
    return suite.parts().stream()
        .flatMap(part -> policy.line("tls.suite-part", part).stream())
        .filter(TlsPolicy::forbids)
        .findFirst()
        .or(() -> keyExchange(suite).filter(TlsPolicy::forbids));
  }

  /** Whether it is allowed: the AEAD suites of RFC 8446, or by a line on its key exchange. */
  public boolean allows(CipherSuite suite) {
    boolean tls13 = suite.id() >= FIRST_AEAD_OF_TLS13 && suite.id() <= LAST_AEAD_OF_TLS13;
    return against(suite).isEmpty()
        && (tls13 || keyExchange(suite).filter(line -> !forbids(line)).isPresent());
  }

  private Optional<PolicyLine> keyExchange(CipherSuite suite) {
    return policy.line("tls.key-exchange", suite.keyExchange());
  }

  private static boolean forbids(PolicyLine line) {
    return line.stance() == Stance.FORBID;
  }
}
