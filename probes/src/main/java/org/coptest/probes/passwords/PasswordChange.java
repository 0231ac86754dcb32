package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.Bench;
import org.coptest.spi.Driver;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.DriverRecipe;
import org.coptest.spi.verdict.Cause;

/**
 * Changes each declared password by the maker's own way, tries the new and the old one on every
 * surface that took it, and changes it back.
 */
@AutoService(Probe.class)
public final class PasswordChange implements Probe<ChangeTrials> {
  private static final String DRIVER = "change-password";
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private final DeviceLogins logins;

  /** On every protocol. */
  public PasswordChange() {
    this(DeviceLogins.ofEveryProtocol());
  }

  PasswordChange(DeviceLogins logins) {
    this.logins = logins;
  }

  @Override
  public String id() {
    return "passwords.change";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.INTRUSIVE, Interference.BRUTE_FORCE)
        .after(Services.class)
        .after(TcpSweeps.class)
        .declared("ixit.authMech")
        .driver(DRIVER)
        .tryingLogins()
        .connects(200)
        .takes(Duration.ofMinutes(1), Duration.ofMinutes(20));
  }

  @Override
  public ChangeTrials observe(Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var driver =
        bench
            .driver(DRIVER)
            .orElseThrow(() ->
                new ProbeException(Cause.NEEDS_TEST_HOOK, "drivers." + DRIVER + " is not there"));
    var all = logins.on(bench);
    var changes = new ArrayList<ChangeTrials.Change>();
    var done = new ArrayList<Candidate>();
    for (var mech : bench.declared().ixit().authMech().rows()) {
      var old = credential(mech).filter(it -> done.stream().noneMatch(it::sameAs));
      if (old.isPresent() && all.stream().anyMatch(it -> it.offers(mech))) {
        done.add(old.get());
        changes.add(change(mech, old.get(), all, driver, bench));
        evidence.progress("changed passwords", changes.size(), changes.size());
      }
    }
    return new ChangeTrials(List.copyOf(changes));
  }

  private static Optional<Candidate> credential(AuthMech mech) {
    return mech.validCredential()
        .filter(it -> DeclaredLogins.takesPassword(mech))
        .flatMap(PasswordChange::candidate);
  }

  private static Optional<Candidate> candidate(Credential credential) {
    return credential
        .password()
        .map(it -> new Candidate("declared", credential.user().orElse(""), it.reveal()));
  }

  private ChangeTrials.Change change(
      AuthMech mech, Candidate old, List<DeviceLogins.Login> all, Driver driver, Bench bench)
      throws ProbeException, InterruptedException {
    var fresh = new Candidate("fresh", old.user(), text(bench));
    var tries = new ChangeTries(bench, old, fresh);
    var surfaces = tries.taking(all, new Candidate("control:random", old.user(), text(bench)));
    var outcome = driver.run(values(mech, old, fresh), LIMIT);
    var seen = new ArrayList<ChangeTrials.Surface>();
    try {
      for (var surface : surfaces) {
        seen.add(tries.after(surface));
      }
    } finally {
      driver.run(values(mech, fresh, old), LIMIT);
    }
    return new ChangeTrials.Change(
        mech.id(),
        "drivers." + DRIVER,
        outcome.status() == 0,
        "it ended with status %d".formatted(outcome.status()),
        List.copyOf(seen),
        tries.restored(surfaces),
        recovery(bench));
  }

  private static Map<String, String> values(AuthMech mech, Candidate from, Candidate to) {
    var pair = (from.user() + ":" + from.password()).getBytes(StandardCharsets.UTF_8);
    return Map.of(
        "mechanism",
        mech.id(),
        "user",
        from.user(),
        "old",
        from.password(),
        "new",
        to.password(),
        "basic",
        Base64.getEncoder().encodeToString(pair));
  }

  private static String recovery(Bench bench) {
    return Optional.ofNullable(bench.declared().drivers().get(DRIVER))
        .flatMap(DriverRecipe::recovery)
        .orElse("reset the device and set it up again");
  }

  /** Long, and of every kind of character that password rules ask for. */
  private static String text(Bench bench) {
    var text = new StringBuilder("qK7-");
    while (text.length() < 14) {
      text.append(LETTERS.charAt(bench.random().nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
