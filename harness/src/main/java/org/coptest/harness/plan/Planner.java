package org.coptest.harness.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.spi.declaration.Target;

/** Turns catalogue, declarations and settings into a plan; touches nothing. */
public final class Planner {
  private final Catalogue catalogue;
  private final Extensions extensions;
  private final RunSettings settings;

  /** For one campaign. */
  public Planner(Catalogue catalogue, Extensions extensions, RunSettings settings) {
    this.catalogue = catalogue;
    this.extensions = extensions;
    this.settings = settings;
  }

  /** The plan for these devices. */
  public ConformancePlan plan(List<Target> targets, Locality locality) {
    var ids = targets.stream().map(Target::id).collect(Collectors.toSet());
    var devices = targets.stream().map(target -> device(target, locality, ids)).toList();
    return new ConformancePlan(catalogue, extensions, settings, devices);
  }

  private DevicePlan device(Target target, Locality locality, Set<String> campaign) {
    var authority = new Authority(target, locality.isLocal(target), settings.profile());
    var asked = new CasePlanner(catalogue, settings.selection()).cases(target);
    var planned = new ProbePlanner(extensions, authority, campaign).probes(wanted(asked));
    var leftOut = new LeftOut(planned);
    var cases = asked.stream().map(leftOut::applied).toList();
    return new DevicePlan(
        target,
        authority.pace(settings.pace()),
        planned.stream().filter(probe -> !waitsForSamples(probe)).toList(),
        planned.stream().filter(Planner::waitsForSamples).toList(),
        cases);
  }

  /** A probe whose samples are not there runs nowhere, so its device waits for no other. */
  private static boolean waitsForSamples(PlannedProbe probe) {
    return probe.runs() && probe.probe().needs().samples() > 1;
  }

  /** A plan that only looks with these probes and what they need, and judges nothing. */
  public ConformancePlan look(Target target, Locality locality, Set<String> probes) {
    var authority = new Authority(target, locality.isLocal(target), settings.profile());
    var planned = new ProbePlanner(extensions, authority, Set.of(target.id())).probes(probes);
    var device =
        new DevicePlan(target, authority.pace(settings.pace()), planned, List.of(), List.of());
    return new ConformancePlan(catalogue, extensions, settings, List.of(device));
  }

  private static Set<String> wanted(List<PlannedCase> cases) {
    return cases.stream()
        .flatMap(one -> one.units().stream())
        .filter(unit -> unit.left().isEmpty())
        .flatMap(unit -> unit.unit().probes().stream())
        .collect(Collectors.toSet());
  }
}
