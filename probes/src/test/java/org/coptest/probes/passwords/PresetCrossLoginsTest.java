package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.coptest.probes.passwords.preset.CrossLogins;
import org.coptest.probes.passwords.preset.CrossLogins.Crossing;
import org.coptest.probes.passwords.preset.CrossLogins.Outcome;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;
import org.junit.jupiter.api.Test;

/** Two samples, each with its own passwords behind one shell. */
class PresetCrossLoginsTest {
  private static final int SHELL = 22;
  private final Map<String, List<String>> accepted = new HashMap<>();
  private boolean silent;
  private int exchanges;

  @Test
  void eachSampleRefusesThePasswordOfTheOther() throws Exception {
    accepted.put("a", List.of("label-a"));
    accepted.put("b", List.of("label-b"));

    assertThat(crossings())
        .hasSize(2)
        .allSatisfy(one -> {
          assertThat(one.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(one.control().held()).as(one.control().detail()).isTrue();
        })
        .extracting(Crossing::door)
        .containsExactly("a", "b");
  }

  @Test
  void twoLabelsThatBothOpenBothAreSeenTwice() throws Exception {
    accepted.put("a", List.of("label-a", "label-b"));
    accepted.put("b", List.of("label-a", "label-b"));

    assertThat(crossings())
        .allSatisfy(one -> {
          assertThat(one.outcome()).isEqualTo(Outcome.ACCEPTED);
          assertThat(one.transcripts()).hasSize(2).doesNotHaveDuplicates();
          assertThat(one.control().held()).isTrue();
        });
  }

  @Test
  void aSampleThatTakesAnythingHoldsNoControl() throws Exception {
    accepted.put("a", List.of());
    accepted.put("b", List.of("label-b"));

    assertThat(crossings().getFirst().control().held()).isFalse();
  }

  @Test
  void silenceIsNoRefusal() throws Exception {
    silent = true;
    accepted.put("a", List.of("label-a"));
    accepted.put("b", List.of("label-b"));

    assertThat(crossings()).extracting(Crossing::outcome).containsOnly(Outcome.UNDECIDED);
  }

  @Test
  void noPasswordIsRecorded() throws Exception {
    accepted.put("a", List.of("label-a"));
    accepted.put("b", List.of("label-b"));

    assertThat(crossings().toString()).doesNotContain("label-");
  }

  private List<Crossing> crossings() throws Exception {
    var dut = LoopbackDut.with(SHELL);
    var bench = TestBench.of(dut, sample("a", "b")).beside(sample("b", "a"));
    var logins =
        DeviceLogins.of(
            List.of(
                new DefaultLogins(
                    LoginProtocol.SSH,
                    (place, view) -> door(view.declared().id()),
                    LoginScene.list(),
                    LoginScene.SHORT)));
    CrossLogins seen = new PresetCrossLogins(logins).observe(bench, dut.evidence());
    return seen.crossings();
  }

  private static Target sample(String id, String other) {
    var secret = new Secret("${env:PW}", "label-" + id);
    var mech =
        Declared.row(
            AuthMech.class,
            "id",
            "AuthMech-1",
            "protocol",
            "ssh",
            "factor",
            Factor.PASSWORD,
            "password",
            Declared.row(PasswordFacts.class, "origin", PasswordOrigin.FACTORY),
            "endpoint",
            Declared.row(LoginEndpoint.class, "interfaceId", "LogIntf-SSH"),
            "validCredential",
            Declared.row(Credential.class, "user", "admin", "password", secret));
    var face = Declared.row(LogIntf.class, "id", "LogIntf-SSH", "port", SHELL);
    var ixit = Declared.ixit("authMech", List.of(mech), "logIntf", List.of(face));
    return Declared.target("id", id, "samples", List.of(other), "ixit", ixit);
  }

  private LoginDoor door(String sample) {
    return new LoginDoor() {
      @Override
      public Look look() {
        return new Look(
            Access.DENIED,
            Mechanism.PASSWORD,
            List.of(),
            "session",
            NameUse.REQUIRED,
            "asks",
            Optional.of(evidence()));
      }

      @Override
      public Answer attempt(Candidate candidate) {
        var known = accepted.getOrDefault(sample, List.of());
        if (silent) {
          return Answer.undecided(LoginOutcome.NO_ANSWER, "silent", Optional.of(evidence()));
        }
        return known.isEmpty() || known.contains(candidate.password())
            ? Answer.accepted(Proof.COMMAND, "a session", Optional.of(evidence()))
            : Answer.rejected(Likeness.typed("51"), "refused", Optional.of(evidence()));
      }
    };
  }

  private EvidenceRef evidence() {
    return new EvidenceRef("T-" + ++exchanges);
  }
}
