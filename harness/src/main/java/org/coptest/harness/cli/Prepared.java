package org.coptest.harness.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.Planner;
import org.coptest.harness.target.bench.LocalNetworks;
import org.coptest.harness.target.declaration.DeclaredTarget;
import org.coptest.harness.target.declaration.DeclaredTargets;
import org.coptest.harness.target.declaration.TargetsReader;

/** A campaign that is ready to start: everything read, every name checked, nothing sent. */
record Prepared(Loaded loaded, DeclaredTargets targets, ConformancePlan plan) {

  /**
   * Reads and plans.
   *
   * @throws UsageException for an unknown device or filter, with the known ones
   */
  static Prepared from(PlanOptions options, Home home, Clock clock) {
    var loaded = Loaded.from(home, options.suites(home), options.plugins(home));
    var declared = TargetsReader.read(options.targets(), loaded.references(clock));
    var chosen = chosen(declared, options.devices());
    var settings = options.settings(LocalDate.now(clock));
    var plan =
        new Planner(loaded.catalogue(), loaded.extensions(), settings)
            .plan(chosen.stream().map(DeclaredTarget::unstarted).toList(), new LocalNetworks());
    var nothing = plan.devices().stream().allMatch(Prepared::isEmpty);
    if (nothing) {
      throw new UsageException("the filters leave no test case to look at; see: coptest list");
    }
    return new Prepared(loaded, new DeclaredTargets(declared.files(), chosen), plan);
  }

  private static boolean isEmpty(org.coptest.harness.plan.DevicePlan device) {
    return device.cases().stream()
        .flatMap(one -> one.units().stream())
        .allMatch(unit ->
            unit.left()
                .filter(l -> l.cause() == org.coptest.spi.verdict.Cause.DESELECTED)
                .isPresent());
  }

  private static List<DeclaredTarget> chosen(DeclaredTargets declared, List<String> devices) {
    var known = declared.targets().stream().map(DeclaredTarget::id).collect(Collectors.toList());
    for (var device : devices) {
      if (!known.contains(device)) {
        throw new UsageException(
            "--device %s: no target has this id; there are %s"
                .formatted(device, String.join(", ", known)));
      }
    }
    return declared.targets().stream()
        .filter(target -> devices.isEmpty() || devices.contains(target.id()))
        .toList();
  }
}
