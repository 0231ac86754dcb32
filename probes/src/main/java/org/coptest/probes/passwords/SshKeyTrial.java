package org.coptest.probes.passwords;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.Cut;

/**
 * The public keys that were shown to one SSH server.
 *
 * @param subject interface id or {@code tcp/22}
 * @param port port number
 * @param endpoint address and port, for people
 * @param methods what it offers to log in with
 * @param valid whether a key that works is declared: absent, unreadable or given
 * @param shown each key in the order shown
 * @param accounts for which public keys are taken at all
 * @param cut why not all were shown
 */
public record SshKeyTrial(
    String subject,
    int port,
    String endpoint,
    List<String> methods,
    ValidKey valid,
    List<SshKeyShown> shown,
    List<String> accounts,
    Optional<Cut> cut) {

  /** What is declared of a key that works. */
  public enum ValidKey {
    ABSENT,
    UNREADABLE,
    GIVEN
  }

  /** Those shown for this reason. */
  public Stream<SshKeyShown> in(SshKeyShown.Role role) {
    return shown.stream().filter(it -> it.role() == role);
  }

  /** Whether it takes public keys for an account that was asked about. */
  public boolean takesKeys() {
    return !accounts.isEmpty();
  }
}
