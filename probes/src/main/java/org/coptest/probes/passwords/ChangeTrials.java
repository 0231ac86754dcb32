package org.coptest.probes.passwords;

import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;

/**
 * What became of logins when their password was changed and changed back; never a password.
 *
 * @param changes one entry per declared credential
 */
@ObservationType("passwords.change-trials")
public record ChangeTrials(List<Change> changes) implements Observation {

  /**
   * One change and what followed.
   *
   * @param mechanism id of the declared login whose credential was changed
   * @param driver path of the driver in the declaration
   * @param carriedOut whether the driver said that the change is done
   * @param said status and answer of the driver, for people
   * @param surfaces every surface that took the credential before
   * @param restored whether the old password works again
   * @param recovery what to do when it does not
   */
  public record Change(
      String mechanism,
      String driver,
      boolean carriedOut,
      String said,
      List<Surface> surfaces,
      boolean restored,
      String recovery) {}

  /**
   * One surface that took the credential before the change.
   *
   * @param subject its stable name
   * @param place protocol and port, for people
   * @param wrong a random password, before the change
   * @param fresh the new password, after it
   * @param old the old password, after it, as often as it was tried
   */
  public record Surface(
      String subject, String place, Attempt wrong, Attempt fresh, List<Attempt> old) {}

  /** What one login came to. */
  public record Attempt(LoginOutcome outcome, String detail, Optional<EvidenceRef> evidence) {
    boolean accepted() {
      return outcome == LoginOutcome.ACCEPTED;
    }

    boolean refused() {
      return outcome == LoginOutcome.REJECTED;
    }
  }
}
