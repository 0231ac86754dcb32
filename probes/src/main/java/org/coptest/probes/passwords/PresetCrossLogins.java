package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.passwords.preset.CrossLogins;
import org.coptest.probes.passwords.preset.PresetPassword;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;

/** Logs in to each sample with the preset password of each other one, between controls. */
@AutoService(Probe.class)
public final class PresetCrossLogins implements Probe<CrossLogins> {
  private final DeviceLogins logins;

  /** On every protocol. */
  public PresetCrossLogins() {
    this(DeviceLogins.ofEveryProtocol());
  }

  PresetCrossLogins(DeviceLogins logins) {
    this.logins = logins;
  }

  @Override
  public String id() {
    return "passwords.cross-logins";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.LOGINS)
        .samples(2)
        .declared("ixit.authMech")
        .tryingLogins()
        .connects(200)
        .takes(Duration.ofSeconds(30), Duration.ofMinutes(10));
  }

  @Override
  public CrossLogins observe(Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var crossings = new ArrayList<CrossLogins.Crossing>();
    int samples = bench.declared().samples().size() + 1;
    for (int door = 0; door < samples; door++) {
      for (int other = 0; other < samples; other++) {
        if (door != other) {
          crossed(bench, door, other, crossings);
        }
      }
      evidence.progress("samples", door + 1L, samples);
    }
    return new CrossLogins(List.copyOf(crossings));
  }

  private void crossed(Bench bench, int door, int other, List<CrossLogins.Crossing> crossings)
      throws ProbeException, InterruptedException {
    var view = new SampleView(bench, door);
    var others = PresetPassword.of(bench.declaredSample(other));
    for (var own : PresetPassword.of(view.declared())) {
      var foreign = others.stream().filter(it -> it.id().equals(own.id())).findFirst();
      var login = logins.declaredOn(view).stream().filter(it -> it.offers(own.mechanism()));
      var pair = foreign.flatMap(PresetPassword::value).filter(it -> differs(own, it));
      var first = login.findFirst();
      if (first.isPresent() && own.value().isPresent() && pair.isPresent()) {
        var user = user(own.mechanism());
        crossings.add(
            new Crossed(view, first.get(), bench.declaredSample(other).id())
                .with(
                    new Candidate("declared", user, own.value().get()),
                    new Candidate("of another sample", user, pair.get())));
      }
    }
  }

  /** Equal ones are seen without a login. */
  private static boolean differs(PresetPassword own, String other) {
    return own.value().filter(other::equals).isEmpty();
  }

  private static String user(AuthMech mech) {
    return mech.validCredential().flatMap(Credential::user).orElse("");
  }
}
