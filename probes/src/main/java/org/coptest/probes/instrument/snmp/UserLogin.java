package org.coptest.probes.instrument.snmp;

import java.util.Optional;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;

/** One login of a v3 user; the hash is not known, so each is tried (RFC 3414 3.2). */
final class UserLogin {
  private final Agent agent;
  private final Candidate user;

  UserLogin(Agent agent, Candidate user) {
    this.agent = agent;
    this.user = user;
  }

  Answer attempt() throws ProbeException, InterruptedException {
    var engine = agent.discover();
    if (engine.isEmpty()) {
      return undecided(LoginOutcome.NO_ANSWER, "no engine answers discovery");
    } else if (user.password().isEmpty()) {
      return undecided(LoginOutcome.ERROR, "there is no key for an empty password");
    }
    var answer = undecided(LoginOutcome.NO_ANSWER, "no answer came");
    for (var hash : UsmHash.values()) {
      answer = answer(engine.get(), hash);
      if (answer.outcome() != LoginOutcome.REJECTED || unknownUser(answer)) {
        return answer;
      }
    }
    return answer;
  }

  private static boolean unknownUser(Answer answer) {
    return answer.detail().equals(told(UsmStat.UNKNOWN_USER_NAMES));
  }

  private static String told(UsmStat counter) {
    return "report " + counter.text();
  }

  private Answer answer(Engine engine, UsmHash hash) throws ProbeException, InterruptedException {
    var message = agent.ask(engine, user, hash);
    if (message.filter(it -> it.reports(UsmStat.NOT_IN_TIME_WINDOWS)).isPresent()) {
      message = agent.ask(message.get().engine(), user, hash);
    }
    return message
        .map(this::judged)
        .orElseGet(() -> undecided(LoginOutcome.NO_ANSWER, "no answer came"));
  }

  private Answer judged(EngineMessage message) {
    var pdu = message.pdu();
    if (pdu.type() == Pdu.RESPONSE) {
      return Answer.accepted(
          pdu.served() ? Proof.REFERENCE : Proof.SUCCESS_MESSAGE,
          "a Response with %d values".formatted(pdu.values()),
          agent.transcript());
    }
    return refusal(message, UsmStat.UNKNOWN_USER_NAMES)
        .or(() -> refusal(message, UsmStat.WRONG_DIGESTS))
        .orElseGet(() -> undecided(LoginOutcome.ERROR, "a report of another kind"));
  }

  private Optional<Answer> refusal(EngineMessage message, UsmStat counter) {
    return message.reports(counter)
        ? Optional.of(Answer.rejected(Refusal.LIKENESS, told(counter), agent.transcript()))
        : Optional.empty();
  }

  private Answer undecided(LoginOutcome outcome, String detail) {
    return Answer.undecided(outcome, detail, agent.transcript());
  }
}
