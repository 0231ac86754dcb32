package org.coptest.harness.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.PlannedCase;
import org.coptest.harness.plan.PlannedProbe;
import org.coptest.harness.record.CaseResult;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Verdict;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource.LockMode;
import org.opentest4j.TestAbortedException;

/** The tree of one device: observe each probe once, then judge every test case from the record. */
final class DeviceTree {
  private final ConformanceContext context;

  DeviceTree(ConformanceContext context) {
    this.context = context;
  }

  /** The device as a node that holds its addresses; two devices on one address never overlap. */
  Branch.Root root(DevicePlan device) {
    return new Branch.Root(
        "device", device.id(), device.id(), locks(device), (c, branch) -> run(device, branch));
  }

  Set<ExclusiveResource> locks(DevicePlan device) {
    return context.workbench().locks(device).stream()
        .map(name -> new ExclusiveResource(name, LockMode.READ_WRITE))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void run(DevicePlan device, Branch branch) throws Exception {
    context.stop().enter();
    try {
      var target = new Observing(context, device).run(branch);
      // A record that is judged anew holds what the samples showed already.
      boolean complete = context.judgeOnly() || device.samplesProbes().isEmpty();
      if (!context.stop().isAsked() && complete) {
        judge(device, target, branch);
      }
    } finally {
      context.stop().leave();
    }
  }

  /** Judges all cases; those that a stopped campaign had judged keep their verdict. */
  void judge(DevicePlan device, Target target, Branch branch) throws Exception {
    var finished = new LinkedHashMap<String, CaseResult>();
    context.record().judgedCases(device.id()).forEach(one -> finished.put(one.id(), one));
    var rows = new RowWriter(device.id(), context.record()::file);
    var outcomes = context.record().outcomes(device.id());
    var cases = new CaseJudge(context.plan(), rows);
    Judging judging = one -> cases.judge(one, target, outcomes);
    branch.container(
        "judge", "judge", "judge", below -> guidelines(device, judging, finished, below));
    if (!context.stop().isAsked() && !device.cases().isEmpty()) {
      new DeviceVerdict(context).finish(device, target, List.copyOf(finished.values()));
    }
  }

  private void guidelines(
      DevicePlan device, Judging judging, Map<String, CaseResult> finished, Branch branch)
      throws Exception {
    var byGuideline =
        device.cases().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.guideline().label() + " " + one.guideline().title(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (var group : byGuideline.entrySet()) {
      branch.container(
          "guideline",
          group.getKey(),
          group.getKey(),
          below -> cases(device, judging, group.getValue(), finished, below));
    }
  }

  private void cases(
      DevicePlan device,
      Judging judging,
      List<PlannedCase> cases,
      Map<String, CaseResult> finished,
      Branch branch)
      throws Exception {
    for (var one : cases) {
      if (!finished.containsKey(one.testCase().id())) {
        branch.leaf(
            "case",
            one.testCase().id(),
            one.testCase().id() + " " + one.provision().title(),
            leaf -> {
              var result = judging.judge(one);
              context.record().caseJudged(device.id(), result);
              finished.put(result.id(), result);
              context.progress().caseJudged(device, result);
              tellPlatform(result);
            });
      }
    }
  }

  /** Judges a case of one device from what was recorded of it. */
  @FunctionalInterface
  private interface Judging {
    CaseResult judge(PlannedCase one);
  }

  /** The platform knows passed, failed and aborted; the record keeps all seven verdicts. */
  private static void tellPlatform(CaseResult result) {
    var words = result.verdict() + " " + result.reason();
    if (result.verdict() == Verdict.FAIL) {
      throw new NotConforming(words);
    } else if (result.verdict() != Verdict.PASS) {
      throw new TestAbortedException(words);
    }
  }

  /** The probes of this device that have no outcome in the record yet. */
  static List<PlannedProbe> outstanding(ConformanceContext context, DevicePlan device) {
    var done = new ArrayList<String>();
    context.record().outcomes(device.id()).values().forEach(o -> done.add(o.probe()));
    return device.probes().stream()
        .filter(PlannedProbe::runs)
        .filter(probe -> !done.contains(probe.id()))
        .toList();
  }
}
