package org.coptest.harness.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Observation;
import org.coptest.spi.verdict.Cause;

/** What running one probe on one device came to. */
public sealed interface ProbeOutcome {

  /** Id of the probe. */
  String probe();

  /** When it began. */
  Instant started();

  /** How long it took. */
  Duration took();

  /** Transcripts and artefacts it left. */
  List<EvidenceRef> evidence();

  /** It looked, and this is what it saw. */
  record Observed(
      String probe,
      Instant started,
      Duration took,
      List<EvidenceRef> evidence,
      Observation observation)
      implements ProbeOutcome {}

  /** It could not look. */
  record CouldNotLook(
      String probe,
      Instant started,
      Duration took,
      List<EvidenceRef> evidence,
      Cause cause,
      String reason)
      implements ProbeOutcome {}
}
