package org.coptest.harness.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.CampaignRecord;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a plan through the JUnit Platform launcher, one launch for each batch of devices so that the
 * platform's own bookkeeping stays small, and a last one for what needs several samples.
 */
public final class CampaignRunner {
  private static final int BATCH = 200;
  private final Workbench workbench;
  private final CampaignRecord record;
  private final CampaignProgress progress;
  private final Clock clock;
  private final Stop stop;

  /** For one campaign. */
  public CampaignRunner(
      Workbench workbench,
      CampaignRecord record,
      CampaignProgress progress,
      Clock clock,
      Stop stop) {
    this.workbench = workbench;
    this.record = record;
    this.progress = progress;
    this.clock = clock;
    this.stop = stop;
  }

  /** Observes and judges every device of the plan. */
  public void run(ConformancePlan plan, List<TestEngine> others, TestExecutionListener listener) {
    launch(plan, false, others, listener);
  }

  /** Judges from the record alone; no device is touched. */
  public void rejudge(ConformancePlan plan) {
    launch(plan, true, List.of(), new TestExecutionListener() {});
  }

  private void launch(
      ConformancePlan plan,
      boolean judgeOnly,
      List<TestEngine> others,
      TestExecutionListener listener) {
    var context =
        new ConformanceContext(
            plan,
            workbench,
            record,
            progress,
            stop,
            TimeLeft.of(plan.settings().budget()),
            clock,
            judgeOnly);
    var trees = new DeviceTree(context);
    for (var batch : batches(plan.devices())) {
      launch(context, batch.stream().map(trees::root).toList(), List.of(), listener);
    }
    var samples = new SamplesTree(context, byId(plan));
    var pairs =
        plan.devices().stream()
            .filter(device -> !judgeOnly && !device.samplesProbes().isEmpty())
            .map(samples::root)
            .toList();
    if (!pairs.isEmpty() || !others.isEmpty()) {
      launch(context, pairs, others, listener);
    }
    stop.rethrowFault();
  }

  private void launch(
      ConformanceContext context,
      List<Branch.Root> roots,
      List<TestEngine> others,
      TestExecutionListener listener) {
    if (stop.isAsked()) {
      return;
    }
    var config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new ConformanceEngine(context, roots));
    others.forEach(config::addTestEngines);
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .enableImplicitConfigurationParameters(false)
            .configurationParameter(
                LauncherConstants.STACKTRACE_PRUNING_ENABLED_PROPERTY_NAME, "false")
            .build();
    LauncherFactory.create(config.build())
        .execute(
            LauncherExecutionRequestBuilder.request(request)
                .cancellationToken(stop.token())
                .listeners(listener)
                .build());
  }

  private static List<List<DevicePlan>> batches(List<DevicePlan> devices) {
    var batches = new ArrayList<List<DevicePlan>>();
    for (int from = 0; from < devices.size(); from += BATCH) {
      batches.add(devices.subList(from, Math.min(from + BATCH, devices.size())));
    }
    return batches;
  }

  private static Map<String, DevicePlan> byId(ConformancePlan plan) {
    var byId = new LinkedHashMap<String, DevicePlan>();
    plan.devices().forEach(device -> byId.put(device.id(), device));
    return byId;
  }
}
