package org.coptest.harness.record;

import java.util.List;
import java.util.Map;
import org.coptest.spi.EvidenceRef;

/**
 * The append-only record of a running campaign; what was written survives a kill -9. Safe for
 * several threads, one per device.
 */
public interface CampaignRecord extends AutoCloseable {

  /**
   * A device begins; {@code facts} are address, state, pace and the like. When it is called again
   * for the same device, that device is looked at anew: what was recorded of it before stays in the
   * log and no longer counts in {@link #outcomes} and {@link #judgedCases}.
   */
  void deviceStarted(String target, Map<String, String> facts);

  /** The facts of the last {@link #deviceStarted}; empty when the device has not begun. */
  Map<String, String> facts(String target);

  /** A probe begins on a device. */
  void probeStarted(String target, String probe);

  /** Stores what a probe saw, or why it could not look; returns the id of the record. */
  String probeFinished(String target, ProbeOutcome outcome);

  /** A finished verdict. */
  void caseJudged(String target, CaseResult result);

  /** All cases of a device are judged; closes its part of run.json. */
  void deviceFinished(String target, TargetResult result);

  /** Anything else worth keeping: canary, identity, interruption, operator step. */
  void note(String target, String kind, Map<String, String> facts);

  /** Outcomes already recorded for this device, oldest first, by record id. */
  Map<String, ProbeOutcome> outcomes(String target);

  /** Test cases of this device that a stopped campaign had already judged. */
  List<CaseResult> judgedCases(String target);

  /** Stores evidence bytes; {@code kind} is a letter such as T for transcripts, A for artefacts. */
  EvidenceRef evidence(String target, char kind, String title, byte[] body);

  /** File and digest of a piece of evidence. */
  EvidenceFile file(EvidenceRef ref);

  /** Hash of the last line written. */
  String logHead();

  /** Writes what is pending to the disk; never throws. */
  @Override
  void close();
}
