package org.coptest.harness.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Observation;
import org.coptest.spi.Probe;
import org.coptest.spi.verdict.Cause;

/** Collects the probes that the units want and what those need, in interference order. */
final class ProbePlanner {
  private final Extensions extensions;
  private final Authority authority;
  private final Set<String> campaign;

  /** {@code campaign} holds the ids of all devices that are looked at. */
  ProbePlanner(Extensions extensions, Authority authority, Set<String> campaign) {
    this.extensions = extensions;
    this.authority = authority;
    this.campaign = campaign;
  }

  List<PlannedProbe> probes(Set<String> wanted) {
    var collected = new LinkedHashMap<String, Probe<?>>();
    wanted.stream().sorted().forEach(id -> extensions.probe(id).ifPresent(p -> add(p, collected)));
    var planned = new LinkedHashMap<String, PlannedProbe>();
    ordered(collected).forEach(probe -> planned.put(probe.id(), planned(probe, planned)));
    return List.copyOf(planned.values());
  }

  private void add(Probe<?> probe, Map<String, Probe<?>> collected) {
    if (collected.containsKey(probe.id())) {
      return;
    }
    collected.put(probe.id(), probe);
    probe.needs().after().forEach(type -> producers(type).forEach(p -> add(p, collected)));
  }

  private List<Probe<?>> producers(Class<? extends Observation> type) {
    var found = new ArrayList<Probe<?>>();
    extensions.probes().values().stream()
        .filter(probe -> produced(probe).equals(type))
        .sorted(Comparator.comparing(Probe::id))
        .forEach(found::add);
    return found;
  }

  /** The observation type of a probe is what its own observe method returns. */
  static Class<?> produced(Probe<?> probe) {
    return Arrays.stream(probe.getClass().getMethods())
        .filter(ProbePlanner::isObserve)
        .<Class<?>>map(Method::getReturnType)
        .findFirst()
        .orElse(Observation.class);
  }

  private static boolean isObserve(Method method) {
    return method.getName().equals("observe")
        && !method.isBridge()
        && Arrays.equals(
            method.getParameterTypes(), new Class<?>[] {Bench.class, EvidenceLog.class});
  }

  /** Interference first; within one step a probe comes after those whose observations it reads. */
  private static List<Probe<?>> ordered(Map<String, Probe<?>> collected) {
    var open =
        new ArrayList<>(
            collected.values().stream()
                .sorted(
                    Comparator.comparing((Probe<?> p) -> p.needs().order())
                        .thenComparing(Probe::id))
                .toList());
    var done = new ArrayList<Probe<?>>();
    while (!open.isEmpty()) {
      var next = open.stream().filter(p -> isReady(p, open)).findFirst().orElse(open.get(0));
      open.remove(next);
      done.add(next);
    }
    return done;
  }

  private static boolean isReady(Probe<?> probe, List<Probe<?>> open) {
    var after = probe.needs().after();
    return after.isEmpty()
        || open.stream()
            .filter(other -> !other.id().equals(probe.id()))
            .noneMatch(other -> after.contains(produced(other)));
  }

  private PlannedProbe planned(Probe<?> probe, Map<String, PlannedProbe> earlier) {
    var safety = authority.safety(probe.needs());
    return new PlannedProbe(
        probe, safety, left(probe).or(() -> dependency(probe, earlier)).or(() -> refused(probe)));
  }

  private Optional<Left> refused(Probe<?> probe) {
    return authority
        .refusal(authority.safety(probe.needs()))
        .map(why -> new Left(Cause.SAFETY_NOT_AUTHORISED, probe.id() + ": " + why));
  }

  private Optional<Left> left(Probe<?> probe) {
    var target = authority.target();
    var driver =
        probe.needs().drivers().stream()
            .filter(name -> !target.drivers().containsKey(name))
            .findFirst()
            .map(name ->
                new Left(Cause.NEEDS_TEST_HOOK, probe.id() + " needs the driver drivers." + name));
    return driver.or(() -> samples(probe));
  }

  private Optional<Left> samples(Probe<?> probe) {
    var samples = authority.target().samples();
    if (probe.needs().samples() > samples.size() + 1) {
      return Optional.of(
          new Left(
              Cause.NEEDS_SECOND_SAMPLE,
              "%s needs %d samples of the model, samples names %d more"
                  .formatted(probe.id(), probe.needs().samples(), samples.size())));
    }
    return samples.stream()
        .filter(id -> probe.needs().samples() > 1 && !campaign.contains(id))
        .findFirst()
        .map(id ->
            new Left(
                Cause.NEEDS_SECOND_SAMPLE,
                "%s needs sample %s, which this campaign leaves out".formatted(probe.id(), id)));
  }

  private static Optional<Left> dependency(Probe<?> probe, Map<String, PlannedProbe> earlier) {
    return probe.needs().after().stream()
        .filter(type ->
            earlier.values().stream()
                .filter(p -> produced(p.probe()).equals(type))
                .noneMatch(PlannedProbe::runs))
        .flatMap(type ->
            earlier.values().stream()
                .filter(p -> produced(p.probe()).equals(type))
                .flatMap(p -> p.left().stream()))
        .findFirst();
  }
}
