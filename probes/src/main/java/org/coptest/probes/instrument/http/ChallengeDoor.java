package org.coptest.probes.instrument.http;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/** HTTP logins by header, Basic (RFC 7617) or Digest (RFC 7616), at a path denied without one. */
public final class ChallengeDoor implements LoginDoor {
  private final WebClient web;
  private final References references;
  private final HeaderLogin login;
  private String reference = "/";

  /**
   * Of this port.
   *
   * @param declared path declared to be denied without a login
   */
  public ChallengeDoor(
      Dut dut, Endpoint endpoint, boolean tls, Optional<String> declared, RandomGenerator random) {
    this.web = new WebClient(dut, endpoint, tls);
    this.references =
        new References(web, new Elsewhere(dut.addresses(), endpoint), declared, random);
    this.login = new HeaderLogin(web, random);
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var look = references.look();
    reference = look.reference().isEmpty() ? reference : look.reference();
    login.basic(look.offered().contains("basic"));
    return look;
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    var denied = login.denied(reference, candidate);
    if (denied.isEmpty()) {
      return Answer.undecided(
          LoginOutcome.ERROR, "what was denied before is served to everybody", Optional.empty());
    }
    var reply = denied.get();
    if (reply.served()) {
      return served(reply, candidate);
    } else if (reply.redirects()) {
      return redirected(reply, candidate);
    }
    var evidence = reply.evidence();
    var detail = "status %d".formatted(reply.status());
    return switch (reply.status()) {
      case 401 -> Answer.rejected(Likeness.typed("401"), detail, evidence);
      case 429, 503 -> Answer.undecided(LoginOutcome.THROTTLED, detail, evidence);
      case 423 -> Answer.undecided(LoginOutcome.LOCKED, detail, evidence);
      case 0 -> silent(reply);
      default -> Answer.undecided(LoginOutcome.ERROR, detail, evidence);
    };
  }

  private static Answer silent(HttpReply reply) {
    return switch (reply.ending()) {
      case CUT -> Answer.undecided(LoginOutcome.THROTTLED, "no HTTP answer came", reply.evidence());
      case GARBLED ->
          Answer.undecided(LoginOutcome.ERROR, "what came is no HTTP", reply.evidence());
      default -> Answer.undecided(LoginOutcome.NO_ANSWER, "no HTTP answer came", reply.evidence());
    };
  }

  private Answer served(HttpReply reply, Candidate candidate)
      throws ProbeException, InterruptedException {
    var evidence = reply.evidence();
    if (reply.passwordForm()) {
      return Answer.rejected(likeness(reply, candidate), "a page that asks for a login", evidence);
    }
    // A server that says yes to everything has not shown that the reference was reached.
    var reached = !candidate.control() || !catchesAll(reply, candidate);
    return Answer.accepted(
        reached ? Proof.REFERENCE : Proof.NONE,
        reached ? "status %d".formatted(reply.status()) : "the page that every path gets",
        evidence);
  }

  private boolean catchesAll(HttpReply reply, Candidate candidate)
      throws ProbeException, InterruptedException {
    var nowhere = login.get(references.nowhere(), candidate);
    return nowhere.served() && likeness(nowhere, candidate).alike(likeness(reply, candidate));
  }

  /** A redirect is a yes only if it leads to something that is denied without the credential. */
  private Answer redirected(HttpReply reply, Candidate candidate)
      throws ProbeException, InterruptedException {
    var with = login.get(reply.path(), candidate);
    if (with.served() && !with.passwordForm()) {
      var without = web.get(reply.path());
      if (without.status() == 401 || without.status() == 403) {
        return Answer.accepted(
            Proof.REFERENCE, "redirected to a page that needs the login", with.evidence());
      }
    }
    return Answer.rejected(
        likeness(reply, candidate), "redirected to a page for everybody", reply.evidence());
  }

  private static Likeness likeness(HttpReply reply, Candidate candidate) {
    return reply.likeness(List.of(candidate.user(), candidate.password()));
  }

  @Override
  public void close() {
    web.close();
  }
}
