package org.coptest.probes.transport;

import org.coptest.probes.instrument.tls.HelloAnswer;
import org.coptest.spi.EvidenceRef;

/** What a hello was decided to mean after repeats and controls. */
sealed interface Decision {
  /** The server chose. */
  record Accepted(HelloAnswer.Chosen chosen, EvidenceRef evidence) implements Decision {}

  /** The server said no, in a way that may be believed. */
  record Refused(String how, boolean version) implements Decision {}

  /** Nobody can tell. */
  record Doubtful(Doubt doubt, String detail) implements Decision {}
}
