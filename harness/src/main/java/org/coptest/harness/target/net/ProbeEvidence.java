package org.coptest.harness.target.net;

import java.nio.charset.StandardCharsets;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;

/** Artefacts of one probe; declared secrets in its texts are hidden. */
final class ProbeEvidence implements EvidenceLog {
  private final ProbeSession session;
  private final ProgressListener listener;

  ProbeEvidence(ProbeSession session, ProgressListener listener) {
    this.session = session;
    this.listener = listener;
  }

  @Override
  public EvidenceRef text(String title, String body) {
    var clean = session.redaction().apply(body);
    return session.store('A', title, clean.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public EvidenceRef bytes(String title, byte[] body) {
    return session.store('A', title, body);
  }

  @Override
  public void progress(String what, long done, long total) {
    listener.progress(what, done, total);
  }
}
