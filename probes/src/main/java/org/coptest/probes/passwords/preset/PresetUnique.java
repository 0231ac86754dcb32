package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.passwords.preset.PresetComparisons.Mechanism;
import org.coptest.probes.passwords.preset.PresetComparisons.OnSample;
import org.coptest.probes.passwords.preset.PresetComparisons.Pair;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Control;

/** Compares the preset passwords of the samples, mechanism by mechanism. */
@AutoService(Probe.class)
public final class PresetUnique implements Probe<PresetComparisons> {

  @Override
  public String id() {
    return "passwords.preset-unique";
  }

  @Override
  public Needs needs() {
    return Needs.nothing().samples(2).takes(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  @Override
  public PresetComparisons observe(Bench bench, EvidenceLog evidence) {
    // Not of the bench: its seed stands in the record and would give short passwords away.
    var salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    var samples = DeclaredSamples.of(bench);
    var presets = PresetPassword.of(samples.getFirst());
    var mechanisms = presets.stream().map(one -> compared(one.id(), samples, salt)).toList();
    return new PresetComparisons(
        samples.stream().map(Target::id).toList(), mechanisms, control(presets));
  }

  private static Mechanism compared(String id, List<Target> samples, byte[] salt) {
    var passwords = samples.stream().map(sample -> password(id, sample)).toList();
    var equal = new ArrayList<Pair>();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = i + 1; j < samples.size(); j++) {
        if (isEqual(passwords.get(i), passwords.get(j))) {
          equal.add(new Pair(samples.get(i).id(), samples.get(j).id()));
        }
      }
    }
    var onSamples = new ArrayList<OnSample>();
    for (int i = 0; i < samples.size(); i++) {
      onSamples.add(fact(samples.get(i), passwords.get(i), salt));
    }
    return new Mechanism(id, List.copyOf(onSamples), List.copyOf(equal));
  }

  private static Optional<PresetPassword> password(String id, Target sample) {
    return PresetPassword.of(sample).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static OnSample fact(Target sample, Optional<PresetPassword> password, byte[] salt) {
    return new OnSample(
        sample.id(),
        password.isPresent(),
        password.map(PresetPassword::source).orElse(PresetSource.VALID_CREDENTIAL),
        password.flatMap(
            one -> one.value().map(text -> PasswordShape.of(text, one.charset(), salt))));
  }

  private static boolean isEqual(Optional<PresetPassword> one, Optional<PresetPassword> other) {
    var value = one.flatMap(PresetPassword::value);
    return value.isPresent() && value.equals(other.flatMap(PresetPassword::value));
  }

  private static Control control(List<PresetPassword> presets) {
    var known = presets.stream().filter(one -> one.value().isPresent()).toList();
    boolean held =
        !known.isEmpty() && known.stream().allMatch(one -> knownAgain(one) && toldApart(one));
    return new Control(
        "each password equals itself and not itself with one character more",
        held,
        "%d passwords".formatted(known.size()));
  }

  private static boolean knownAgain(PresetPassword one) {
    return isEqual(Optional.of(one), Optional.of(copy(one, "")));
  }

  private static boolean toldApart(PresetPassword one) {
    return !isEqual(Optional.of(one), Optional.of(copy(one, "x")));
  }

  private static PresetPassword copy(PresetPassword one, String more) {
    return new PresetPassword(one.mechanism(), one.value().map(text -> text + more), one.source());
  }
}
