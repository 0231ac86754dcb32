package org.coptest.probes.passwords.preset;

import java.util.List;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.verdict.Control;

/**
 * What samples answered to the preset passwords of each other, seen through the login oracle.
 *
 * @param crossings each sample with the password of each other one, for each mechanism
 */
@ObservationType("passwords.cross-logins")
public record CrossLogins(List<Crossing> crossings) implements Observation {

  /**
   * One sample and the password of another.
   *
   * @param mechanism row in ixit.authMech
   * @param door id of the sample that was asked
   * @param passwordOf id of the sample whose password was tried
   * @param outcome what it came to
   * @param transcripts where it was seen; an acceptance counts with two
   * @param control its own password was accepted and a random one refused, before and after
   * @param detail what was seen, for people
   */
  public record Crossing(
      String mechanism,
      String door,
      String passwordOf,
      Outcome outcome,
      List<EvidenceRef> transcripts,
      Control control,
      String detail) {}

  /** What a crossing came to; silence is UNDECIDED. */
  public enum Outcome {
    ACCEPTED,
    REJECTED,
    UNDECIDED
  }
}
