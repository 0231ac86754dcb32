package org.coptest.harness.target.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.Quoted;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlScalar;

/** Ids are unique over all files, and samples are other targets. */
final class SamplesCheck {
  private final Map<String, YamlScalar> ids = new LinkedHashMap<>();
  private final Problems problems;

  SamplesCheck(Problems problems) {
    this.problems = problems;
  }

  void check(List<EffectiveTarget> targets) {
    targets.forEach(target -> target.scalars("id").forEach(this::register));
    targets.forEach(
        target -> target.scalars("samples[]").forEach(sample -> checkSample(target, sample)));
  }

  private void register(YamlScalar id) {
    Optional.ofNullable(ids.putIfAbsent(id.text(), id))
        .ifPresent(first ->
            problems.add(
                id.at(),
                "duplicate id %s, first at %s".formatted(Quoted.of(id.text()), first.at().text()),
                "give each target its own id"));
  }

  private void checkSample(EffectiveTarget target, YamlScalar sample) {
    if (target.text("id").filter(sample.text()::equals).isPresent()) {
      problems.add(
          sample.at(),
          "samples: found the id of this target itself, expected another target",
          "declare the second sample as a target of its own");
    } else if (!ids.containsKey(sample.text())) {
      problems.add(
          sample.at(),
          "samples: found %s, expected the id of another target".formatted(sample.described()),
          () -> Spelling.hint(sample.text(), others(target), "declared ids"));
    }
  }

  private List<String> others(EffectiveTarget target) {
    var own = target.text("id").orElse("");
    return ids.keySet().stream().filter(id -> !id.equals(own)).toList();
  }
}
