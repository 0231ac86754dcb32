package org.coptest.probes.passwords.preset;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coptest.probes.passwords.preset.PresetDerivations.Match;
import org.coptest.probes.passwords.preset.PresetDerivations.Search;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Control;

/** What the probes for one sample and for several have in common. */
final class DerivationLook {
  private static final int SALT_BYTES = 16;
  private final List<SampleSearch> samples = new ArrayList<>();
  private final List<String> mechanisms;
  private final DerivationSearch.Limits limits;
  private final byte[] salt = new byte[SALT_BYTES];

  /** The first sample is the device under test. */
  DerivationLook(List<Target> samples, DerivationSearch.Limits limits) {
    samples.forEach(sample -> this.samples.add(new SampleSearch(sample)));
    this.mechanisms =
        PresetPassword.of(samples.getFirst()).stream().map(PresetPassword::id).toList();
    this.limits = limits;
    // Not of the bench: its seed stands in the record and would give short passwords away.
    new SecureRandom().nextBytes(salt);
  }

  PresetDerivations observe(Bench bench, EvidenceLog evidence) throws InterruptedException {
    int year = bench.clock().instant().atZone(ZoneOffset.UTC).getYear();
    int done = 0;
    for (var sample : samples) {
      evidence.progress("samples searched for a derivation", done++, samples.size());
      sample.plant(bench.random());
      sample.run(year, limits.within(bench.remaining().dividedBy(samples.size() + 1L)));
    }
    return new PresetDerivations(
        samples.size(), mechanisms.stream().map(this::mechanism).toList(), control());
  }

  private Control control() {
    int planted = samples.stream().mapToInt(SampleSearch::planted).sum();
    long found = samples.stream().mapToLong(SampleSearch::plantedFound).sum();
    return new Control(
        "passwords made by known rules from the same identifiers are found",
        planted > 0 && found == planted,
        "%d of %d found".formatted(found, planted));
  }

  private PresetDerivations.Mechanism mechanism(String id) {
    var known = samples.stream().filter(sample -> sample.knows(id)).toList();
    var searches = known.stream().map(sample -> sample.fact(id, salt)).toList();
    var common = known.size() < 2 ? Map.<String, Tier>of() : common(id, known);
    return new PresetDerivations.Mechanism(
        id, searches, common.size(), simplest(id, known, searches, common));
  }

  private static Map<String, Tier> common(String id, List<SampleSearch> known) {
    var common = new TreeMap<>(known.getFirst().rules(id));
    known.forEach(sample -> common.keySet().retainAll(sample.rules(id).keySet()));
    return common;
  }

  private static Optional<Match> simplest(
      String id, List<SampleSearch> known, List<Search> searches, Map<String, Tier> common) {
    return common.entrySet().stream()
        .min(
            Map.Entry.<String, Tier>comparingByValue(Comparator.naturalOrder())
                .thenComparing(entry -> entry.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(rule -> {
          long rules =
              known.stream().mapToLong(one -> one.tried(id, rule.getValue())).max().orElse(0);
          var shapes = searches.stream().map(Search::shape).toList();
          return new Match(rule.getKey(), rule.getValue(), Chance.ofCommonRule(rules, shapes));
        });
  }
}
