package org.coptest.spi.verdict;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.EvidenceRef;

/**
 * The verdict over one subject: an interface, mechanism, key or file. Its subject is stable between
 * runs and never an address or a time.
 */
public sealed interface RowJudgement {

  /** What was judged, by an id that stays the same from run to run. */
  String subject();

  /** The verdict of this row. */
  Verdict verdict();

  /** One sentence: found against expected. */
  String reason();

  /** The evidence this row rests on. */
  List<EvidenceRef> evidence();

  /** Met: seen, with a control that held. */
  record Pass(String subject, String reason, Control.Held control, List<EvidenceRef> evidence)
      implements RowJudgement {
    @Override
    public Verdict verdict() {
      return Verdict.PASS;
    }
  }

  /** Not met: seen twice on the network, or in bytes or papers. */
  record Fail(String subject, String reason, Sightings sightings, Finding finding)
      implements RowJudgement {
    @Override
    public Verdict verdict() {
      return Verdict.FAIL;
    }

    @Override
    public List<EvidenceRef> evidence() {
      return sightings.evidence();
    }
  }

  /** Neither met nor not met; the cause fixes the verdict. */
  record Undecided(
      String subject,
      Cause cause,
      String reason,
      Optional<Verdict> prepared,
      List<EvidenceRef> evidence)
      implements RowJudgement {
    @Override
    public Verdict verdict() {
      return cause.verdict();
    }
  }

  /** A PASS; there is none without a control that held. */
  static RowJudgement pass(
      String subject, String reason, Control.Held control, EvidenceRef... evidence) {
    return new Pass(subject, reason, control, List.of(evidence));
  }

  /** A FAIL with what the maker needs to act on it. */
  static RowJudgement fail(String subject, String reason, Sightings sightings, Finding finding) {
    return new Fail(subject, reason, sightings, finding);
  }

  /** Neither: the cause says why and what would settle it. */
  static RowJudgement undecided(
      String subject, Cause cause, String reason, EvidenceRef... evidence) {
    return new Undecided(subject, cause, reason, Optional.empty(), List.of(evidence));
  }

  /** Prepared by a rule over papers; a person must sign it before it is a PASS. */
  static RowJudgement prepared(String subject, String reason) {
    return new Undecided(
        subject, Cause.NEEDS_ASSESSOR, reason, Optional.of(Verdict.PASS), List.of());
  }
}
