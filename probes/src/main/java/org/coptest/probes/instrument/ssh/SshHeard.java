package org.coptest.probes.instrument.ssh;

import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.EvidenceRef;

/**
 * One SSH connection up to the end of its authentication.
 *
 * @param replies what the server said, the first to the method {@code none}
 * @param ended whether the authentication ended in time
 * @param proof what the session was good for
 * @param evidence transcript
 */
record SshHeard(
    List<AuthLog.Reply> replies, boolean ended, Proof proof, Optional<EvidenceRef> evidence) {

  /** Nothing of an authentication. */
  static SshHeard silent(boolean ended, Optional<EvidenceRef> evidence) {
    return new SshHeard(List.of(), ended, Proof.NONE, evidence);
  }

  /** Methods the server named first. */
  List<String> offered() {
    return replies.isEmpty() ? List.of() : replies.getFirst().methods();
  }
}
