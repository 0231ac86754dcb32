package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.passwords.guessing.GuessExam;
import org.coptest.probes.passwords.guessing.GuessPatience;
import org.coptest.probes.passwords.guessing.GuessSurface;
import org.coptest.probes.passwords.guessing.GuessTrial;
import org.coptest.probes.passwords.guessing.GuessTrials;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;

/**
 * Measures how each declared login over a network meets wrong passwords (SP 800-63B, 5.2.2): at
 * most 260 logins for each, and nothing without a right password that tells a lock from a refusal.
 */
@AutoService(Probe.class)
public final class PasswordGuessing implements Probe<GuessTrials> {
  private final GuessPatience patience;

  /** With the waits that locks of devices need. */
  public PasswordGuessing() {
    this(GuessPatience.standard());
  }

  PasswordGuessing(GuessPatience patience) {
    this.patience = patience;
  }

  @Override
  public String id() {
    return "passwords.guessing";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.INTRUSIVE, Interference.BRUTE_FORCE)
        .after(Services.class)
        .after(TcpSweeps.class)
        .tryingLogins()
        .connects(2_000)
        .takes(Duration.ofMinutes(3), Duration.ofMinutes(60));
  }

  @Override
  public GuessTrials observe(Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var logins = DeviceLogins.ofEveryProtocol().on(bench);
    var trials = new ArrayList<GuessTrial>();
    for (var login : logins) {
      evidence.progress(
          "guessing at " + login.place().surface().subject(), trials.size(), logins.size());
      trials.add(trial(login, logins, bench));
    }
    return new GuessTrials(id(), List.copyOf(trials));
  }

  private GuessTrial trial(DeviceLogins.Login login, List<DeviceLogins.Login> all, Bench bench)
      throws ProbeException, InterruptedException {
    var surface = login.place().surface();
    if (surface.endpoint().transport() == Transport.UDP) {
      // It is our own waiting that would be measured: an attacker asks again without any.
      return GuessExam.without(
          surface, new Cut(Cause.NOT_AUTOMATED, "guessing over UDP is not measured yet"));
    }
    var tarpit = unanswering(login, bench);
    if (tarpit.isPresent()) {
      return GuessExam.without(login.place().surface(), tarpit.get());
    }
    var mech = login.place().declared();
    var valid = mech.flatMap(PasswordGuessing::valid);
    if (mech.isEmpty() || valid.isEmpty()) {
      var where = mech.map(DeclaredLogins::path).orElse("ixit.authMech");
      var why = "declare %s.validCredential: only a right password tells a lock from a refusal";
      return GuessExam.without(
          login.place().surface(), new Cut(Cause.MISSING_INPUT, why.formatted(where)));
    }
    var others =
        all.stream()
            .filter(other -> !other.equals(login) && shares(other, valid.get()))
            .map(PasswordGuessing::surface)
            .toList();
    return new GuessExam(bench, surface(login), others, mech.get(), valid.get(), patience)
        .examine();
  }

  /** What never says anything, or never stops, was waited for often enough. */
  private static Optional<Cut> unanswering(DeviceLogins.Login login, Bench bench)
      throws ProbeException {
    return bench.seen(Services.class).found().stream()
        .filter(service -> service.endpoint().equals(login.place().surface().endpoint()))
        .findFirst()
        .flatMap(service ->
            switch (service.protocol()) {
              case TARPIT ->
                  Optional.of(
                      new Cut(
                          Cause.BUDGET_EXHAUSTED, "it goes on sending bytes that lead nowhere"));
              case UNKNOWN ->
                  service.identity().firstBytes().isEmpty() && !service.identity().loginPrompt()
                      ? Optional.of(new Cut(Cause.AMBIGUOUS_RESPONSE, "it said nothing"))
                      : Optional.empty();
              default -> Optional.empty();
            });
  }

  /** Whether the same right password is declared there. */
  private static boolean shares(DeviceLogins.Login other, Candidate valid) {
    return other
        .place()
        .declared()
        .flatMap(PasswordGuessing::valid)
        .filter(valid::sameAs)
        .isPresent();
  }

  private static GuessSurface surface(DeviceLogins.Login login) {
    return new GuessSurface(login.place().surface(), login::open);
  }

  private static Optional<Candidate> valid(AuthMech mech) {
    return mech.validCredential().flatMap(PasswordGuessing::valid);
  }

  private static Optional<Candidate> valid(Credential credential) {
    return credential
        .password()
        .map(secret -> new Candidate("declared", credential.user().orElse(""), secret.reveal()));
  }
}
