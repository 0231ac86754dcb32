package org.coptest.harness.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.Left;
import org.coptest.harness.plan.PlannedCase;
import org.coptest.harness.plan.PlannedProbe;
import org.coptest.harness.plan.PlannedUnit;
import org.coptest.harness.target.declaration.DeclarationConsistency;
import org.coptest.spi.verdict.Cause;

/** Prints a plan: per device what runs, how intrusive, how long, and what it cannot decide. */
final class PlanText {
  private final PrintWriter out;

  PlanText(PrintWriter out) {
    this.out = out;
  }

  void print(ConformancePlan plan) {
    out.printf(
        "%s · %d device%s%n",
        plan.catalogue().title(), plan.devices().size(), plan.devices().size() == 1 ? "" : "s");
    plan.settings()
        .credentials()
        .about()
        .ifPresent(it -> out.printf("%d credentials of the lab are tried first%n", it.count()));
    plan.devices().forEach(this::print);
    out.println();
    out.println("Nothing was sent. Next: coptest run");
  }

  private void print(DevicePlan device) {
    out.println();
    out.printf(
        "%s · %s · pace %s · about %s%n",
        device.id(),
        reach(device),
        device.pace().name().toLowerCase(Locale.ROOT),
        span(device.about()));
    device.probes().forEach(probe -> print(device, probe));
    device.samplesProbes().forEach(probe -> print(device, probe));
    papers(device);
    contradictions(device);
    undecided(device);
  }

  /** What an assessor would send back; the device is judged all the same. */
  private void contradictions(DevicePlan device) {
    var findings = DeclarationConsistency.findings(device.target());
    if (!findings.isEmpty()) {
      out.println("  the declaration contradicts itself:");
      findings.forEach(it -> out.printf("    %s: %s%n", it.at().text(), it.message()));
    }
  }

  private static String reach(DevicePlan device) {
    var reach = device.target().reach();
    return reach
        .emulate()
        .map(what -> "emulated " + what)
        .or(reach::host)
        .or(() -> reach.hosts().map(list -> String.join(", ", list)))
        .orElse("no address");
  }

  private void print(DevicePlan device, PlannedProbe probe) {
    var needs = probe.probe().needs();
    out.printf(
        "  %s %-36s %-12s %s%s%n",
        probe.runs() ? "run " : "skip",
        probe.id(),
        probe.safety().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        probe.runs() ? "about " + span(device.about(probe)) + ", at most " + span(needs.cap()) : "",
        needs.connects() > 0 && probe.runs() ? ", ≤ " + needs.connects() + " connections" : "");
    if (needs.logins() && probe.runs()) {
      out.println("       tries listed credentials, within the declared login threshold");
    }
    probe.left().ifPresent(left -> out.println("       " + left.cause() + ": " + left.reason()));
  }

  private void papers(DevicePlan device) {
    long rules =
        device.cases().stream()
            .flatMap(one -> one.units().stream())
            .filter(unit -> unit.left().isEmpty() && unit.notApplicable().isEmpty())
            .filter(unit -> unit.unit().probes().isEmpty() && unit.unit().rule().isPresent())
            .count();
    out.printf("  read %d test units from the declaration, for an assessor to sign%n", rules);
  }

  private void undecided(DevicePlan device) {
    var byCause = new TreeMap<Cause, Map<String, List<String>>>();
    for (var one : device.cases()) {
      one.units().forEach(unit -> unit.left().ifPresent(left -> add(byCause, one, unit, left)));
    }
    if (byCause.isEmpty()) {
      return;
    }
    out.println("  cannot be decided here:");
    byCause.forEach(this::print);
  }

  private static void add(
      Map<Cause, Map<String, List<String>>> byCause, PlannedCase one, PlannedUnit unit, Left left) {
    byCause
        .computeIfAbsent(left.cause(), cause -> new LinkedHashMap<>())
        .computeIfAbsent(left.reason(), reason -> new java.util.ArrayList<>())
        .add(one.testCase().unitId(unit.unit()));
  }

  private void print(Cause cause, Map<String, List<String>> reasons) {
    int units = reasons.values().stream().mapToInt(List::size).sum();
    out.printf("    %s · %d test unit%s%n", cause, units, units == 1 ? "" : "s");
    reasons.forEach((reason, ids) -> out.printf("      %s: %s%n", String.join(", ", ids), reason));
  }

  static String span(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.max(1, time.toSeconds()) + " s";
    }
    return time.toMinutes()
        + " min"
        + (time.toSecondsPart() > 0 ? " " + time.toSecondsPart() + " s" : "");
  }
}
