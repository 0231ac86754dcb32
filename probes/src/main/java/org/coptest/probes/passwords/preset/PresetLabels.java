package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.security.SecureRandom;
import java.time.Duration;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.verdict.Control;

/** Takes the length and the characters of the preset passwords, and nothing else of them. */
@AutoService(Probe.class)
public final class PresetLabels implements Probe<PresetScheme> {
  private static final String STRANGER = "\u0007";

  @Override
  public String id() {
    return "passwords.preset-labels";
  }

  @Override
  public Needs needs() {
    return Needs.nothing().takes(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  @Override
  public PresetScheme observe(Bench bench, EvidenceLog evidence) {
    var salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    var presets = PresetPassword.of(bench.declared());
    var labels =
        presets.stream()
            .map(one ->
                new PresetScheme.Label(
                    one.id(),
                    one.source(),
                    one.value().map(text -> PasswordShape.of(text, one.charset(), salt))))
            .toList();
    boolean told = presets.stream().allMatch(one -> toldApart(one, salt));
    return new PresetScheme(
        labels,
        new Control(
            "each password with a strange character added fits no longer",
            told,
            told ? "told apart for %d".formatted(presets.size()) : "not told apart"));
  }

  private static boolean toldApart(PresetPassword preset, byte[] salt) {
    var spoilt = preset.value().orElse("") + STRANGER;
    var shape = PasswordShape.of(spoilt, preset.charset(), salt);
    return shape.length() == spoilt.length()
        && shape.fitsCharset().equals(preset.charset().map(any -> false));
  }
}
