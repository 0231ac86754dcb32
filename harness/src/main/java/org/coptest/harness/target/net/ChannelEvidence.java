package org.coptest.harness.target.net;

import org.coptest.spi.EvidenceRef;
import org.jspecify.annotations.Nullable;

/** Stores the transcript of a connection: what is new, each time it is asked for. */
final class ChannelEvidence {
  private final String title;
  private final Transcript transcript;
  private final ProbeSession session;
  private @Nullable EvidenceRef stored;

  ChannelEvidence(String title, Transcript transcript, ProbeSession session) {
    this.title = title;
    this.transcript = transcript;
    this.session = session;
  }

  /** The latest part; what came after the one before it is stored now. */
  synchronized EvidenceRef store() {
    var ref = stored;
    if (ref == null || transcript.hasNews()) {
      var part = ref == null ? title : title + ", continued";
      ref = session.store('T', part, transcript.take());
      stored = ref;
    }
    return ref;
  }

  /** At close: a connection over which nothing went needs no transcript. */
  synchronized void storeQuietly() {
    try {
      if (stored == null ? transcript.hasBytes() : transcript.hasNews()) {
        store();
      }
    } catch (RuntimeException evidenceLost) {
      session.failed(evidenceLost);
    }
  }
}
