package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coptest.probes.passwords.preset.PresetPatterns.Mechanism;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.verdict.Control;

/** Computes the strength of preset passwords, and the regularity of declared production labels. */
@AutoService(Probe.class)
public final class PresetPattern implements Probe<PresetPatterns> {
  private static final int PLANTED = 30;

  @Override
  public String id() {
    return "passwords.preset-pattern";
  }

  @Override
  public Needs needs() {
    return Needs.nothing().takes(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  @Override
  public PresetPatterns observe(Bench bench, EvidenceLog evidence)
      throws LabelsUnreadableException {
    var mechanisms = new ArrayList<Mechanism>();
    for (var preset : PresetPassword.of(bench.declared())) {
      mechanisms.add(
          new Mechanism(
              preset.id(),
              preset.mechanism().password().flatMap(PasswordFacts::length),
              preset.charset().map(Charset::size),
              labels(preset)));
    }
    return new PresetPatterns(List.copyOf(mechanisms), control());
  }

  private static Optional<LabelStatistics> labels(PresetPassword preset)
      throws LabelsUnreadableException {
    var path = preset.mechanism().password().flatMap(PasswordFacts::labels);
    var charset = preset.charset();
    if (path.isEmpty() || charset.isEmpty()) {
      return Optional.empty();
    }
    var file = LabelsFile.beside(preset.mechanism().at().file(), path.get());
    return Optional.of(
        new LabelExamination(file.labels(), charset.get())
            .statistics(path.get(), file.sha256(), CommonWords.bundled()));
  }

  /** Labels that plainly count must be seen to count. */
  private static Control control() {
    var labels =
        IntStream.range(0, PLANTED)
            .mapToObj(
                i -> new ProductionLabel("%05d".formatted(i), "%06d".formatted(4_711 + 3 * i)))
            .toList();
    var digits = Charset.parse("0-9").orElseThrow();
    boolean seen = new LabelExamination(labels, digits).counter().isPresent();
    return new Control(
        "labels that count up are recognised",
        seen,
        "%d labels with a step of 3: %s".formatted(PLANTED, seen ? "recognised" : "not seen"));
  }
}
