package org.coptest.spi;

/** Where a probe leaves artefacts; the Dut writes transcripts by itself. */
public interface EvidenceLog {

  /** Stores text as an attachment of type text/plain; the title is ours, never the device's. */
  EvidenceRef text(String title, String body);

  /** Stores bytes as they are. */
  EvidenceRef bytes(String title, byte[] body);

  /** Tells the operator how far this probe is: {@code done} of {@code total}. */
  void progress(String what, long done, long total);
}
