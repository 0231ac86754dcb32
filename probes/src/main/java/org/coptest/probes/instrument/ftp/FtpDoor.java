package org.coptest.probes.instrument.ftp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/**
 * Logins of an FTP server (RFC 959): {@code anonymous} is no login, 530 is the only refusal, and a
 * login counts as reached once the session names or lists its folder.
 */
public final class FtpDoor implements LoginDoor {
  private static final Candidate NOBODY =
      new Candidate("control:anonymous", "anonymous", "guest@coptest.invalid");
  private final Dut dut;
  private final Surface surface;
  private final FtpEntrance entrance;

  /**
   * Of this place.
   *
   * @param tls whether the port speaks TLS from the first byte
   * @param patience until a reply must be whole
   */
  public FtpDoor(Dut dut, Surface surface, boolean tls, Duration patience) {
    this.dut = dut;
    this.surface = surface;
    this.entrance = new FtpEntrance(dut, surface.endpoint(), tls, patience);
  }

  /** How far one dialogue went: the last reply, and whether a password was asked for. */
  private record Dialogue(FtpReply last, boolean asked) {}

  @Override
  public Look look() throws ProbeException, InterruptedException {
    if (!dut.awaitLogin(surface.budget(), NOBODY.user())) {
      throw new ProbeException(
          Cause.BUDGET_EXHAUSTED, "the login budget allows no anonymous login");
    }
    return switch (entrance.open()) {
      case FtpEntrance.Ready ready -> {
        try (var control = ready.control()) {
          var dialogue = hold(control, NOBODY);
          yield demandsTls(dialogue) ? look() : look(control, dialogue);
        }
      }
      case FtpEntrance.Barred barred -> Look.unknown(barred.detail(), barred.evidence());
      case FtpEntrance.NoTls noTls ->
          look(Access.DENIED, Mechanism.OTHER_PASSWORD, noTls.detail(), noTls.evidence());
    };
  }

  private Look look(FtpControl control, Dialogue dialogue)
      throws ProbeException, InterruptedException {
    var reply = dialogue.last();
    if (reply.is(230)) {
      return admitted(control, dialogue);
    }
    var detail = "anonymous: " + reply.shown();
    return reply.is(530) || dialogue.asked() && !reply.later()
        ? look(Access.DENIED, Mechanism.PASSWORD, detail, control.transcript())
        : Look.unknown(detail, control.transcript());
  }

  private Look admitted(FtpControl control, Dialogue dialogue)
      throws ProbeException, InterruptedException {
    var how = dialogue.asked() ? "with any e-mail address" : "without asking for a password";
    return proof(control).shown()
        ? look(Access.GRANTED, Mechanism.OPEN, "anonymous is let in " + how, control.transcript())
        : Look.unknown("anonymous is let in " + how + " to no session", control.transcript());
  }

  private static Look look(
      Access access, Mechanism mechanism, String detail, Optional<EvidenceRef> evidence) {
    return new Look(
        access, mechanism, List.of("ftp"), "session", NameUse.REQUIRED, detail, evidence);
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    if ((candidate.user() + candidate.password()).chars().anyMatch(c -> c < ' ')) {
      return Answer.undecided(
          LoginOutcome.ERROR, "a line of FTP cannot carry this credential", Optional.empty());
    }
    return switch (entrance.open()) {
      case FtpEntrance.Ready ready -> {
        try (var control = ready.control()) {
          control.hide(candidate.password());
          var dialogue = hold(control, candidate);
          yield demandsTls(dialogue) ? attempt(candidate) : answer(control, dialogue);
        }
      }
      case FtpEntrance.Barred barred ->
          Answer.undecided(barred.outcome(), barred.detail(), barred.evidence());
      case FtpEntrance.NoTls noTls ->
          Answer.undecided(LoginOutcome.ERROR, noTls.detail(), noTls.evidence());
    };
  }

  private Answer answer(FtpControl control, Dialogue dialogue)
      throws ProbeException, InterruptedException {
    var reply = dialogue.last();
    if (reply.is(230)) {
      return accepted(control, dialogue);
    } else if (reply.is(530) && FtpEntrance.outcome(reply) == LoginOutcome.ERROR) {
      return Answer.rejected(Likeness.typed("530"), reply.shown(), control.transcript());
    }
    return Answer.undecided(FtpEntrance.outcome(reply), reply.shown(), control.transcript());
  }

  private Answer accepted(FtpControl control, Dialogue dialogue)
      throws ProbeException, InterruptedException {
    var shown = proof(control).shown();
    var how = dialogue.asked() ? "230 after the password" : "230 without asking for a password";
    return Answer.accepted(
        shown ? Proof.FILE_TRANSFER : Proof.SUCCESS_MESSAGE,
        shown ? how : how + ", but no folder was named or listed",
        control.transcript());
  }

  private static Dialogue hold(FtpControl control, Candidate candidate)
      throws ProbeException, InterruptedException {
    var reply = control.say("USER " + candidate.user());
    return reply.asksForPassword()
        ? new Dialogue(control.say("PASS " + candidate.password()), true)
        : new Dialogue(reply, false);
  }

  /** Tries once more inside TLS where a refusal asks for it; whether there is TLS shows then. */
  private boolean demandsTls(Dialogue dialogue) {
    return dialogue.last().demandsTls() && entrance.encrypt();
  }

  private SessionProof proof(FtpControl control) {
    return new SessionProof(dut, surface.endpoint(), control);
  }
}
