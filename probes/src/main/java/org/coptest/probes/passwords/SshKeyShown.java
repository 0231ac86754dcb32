package org.coptest.probes.passwords;

import java.util.Optional;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.ssh.KeyOutcome;
import org.coptest.spi.EvidenceRef;

/**
 * One public key that was shown for one account.
 *
 * @param connection on which it was shown, counted from 1
 * @param role why
 * @param key id of the key: place in the list, {@code control:…}, {@code declared}
 * @param name product or project the key is known from, empty for others
 * @param account {@code root}, {@code admin}, the one of the list, or {@code declared}
 * @param algorithm named with it
 * @param outcome what the server said
 * @param proof what a session was good for
 * @param evidence the connection
 */
public record SshKeyShown(
    int connection,
    Role role,
    String key,
    String name,
    String account,
    String algorithm,
    KeyOutcome outcome,
    Proof proof,
    Optional<EvidenceRef> evidence) {

  /** Why a key was shown. */
  public enum Role {
    /** A fresh key, only asked about: must be refused. */
    CONTROL,
    /** A fresh key with its signature: must be refused. */
    SIGNED_CONTROL,
    /** The key that is declared to work, with its signature. */
    VALID,
    /** An entry of the list, only asked about. */
    KNOWN,
    /** An entry that seemed authorised, once more. */
    CONFIRMATION
  }

  boolean refused() {
    return outcome == KeyOutcome.REFUSED;
  }

  boolean taken() {
    return outcome == KeyOutcome.AUTHORISED || outcome == KeyOutcome.ACCEPTED;
  }
}
