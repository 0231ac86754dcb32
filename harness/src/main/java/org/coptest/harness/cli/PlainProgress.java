package org.coptest.harness.cli;

import java.io.PrintWriter;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.ProbeOutcome;

/** Two lines a probe, for commands that run only a few. */
record PlainProgress(PrintWriter err) implements CampaignProgress {

  @Override
  public void probeStarted(DevicePlan device, String probe) {
    err.println(device.id() + ": " + probe + " …");
  }

  @Override
  public void probeFinished(DevicePlan device, ProbeOutcome outcome) {
    err.printf(
        "%s: %s took %d.%d s%n",
        device.id(),
        outcome.probe(),
        outcome.took().toSeconds(),
        outcome.took().toMillisPart() / 100);
  }
}
