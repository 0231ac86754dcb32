package org.coptest.harness.target.net.identity;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Knows which marks of one kind a device may show. */
@FunctionalInterface
public interface IdentityCheck {

  /** Marks that may be readable now; asks the device nothing. */
  List<IdentityMark> marks(List<InetAddress> addresses, HeardSpeech heard);

  /** What was declared of them. */
  default Optional<DeclaredMark> declared() {
    return Optional.empty();
  }
}
