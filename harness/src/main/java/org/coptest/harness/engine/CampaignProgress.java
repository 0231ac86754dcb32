package org.coptest.harness.engine;

import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.TargetResult;

/** Hears what a campaign does while it runs; called from several threads. */
public interface CampaignProgress {

  /** A device begins. */
  default void deviceStarted(DevicePlan device) {}

  /** A probe begins. */
  default void probeStarted(DevicePlan device, String probe) {}

  /** A probe says how far it is. */
  default void probeAt(String device, String probe, String what, long done, long total) {}

  /** A probe ended. */
  default void probeFinished(DevicePlan device, ProbeOutcome outcome) {}

  /** A test case has its verdict. */
  default void caseJudged(DevicePlan device, CaseResult result) {}

  /** A device has its verdict. */
  default void deviceFinished(DevicePlan device, TargetResult result) {}

  /** Nobody listens. */
  static CampaignProgress silent() {
    return new CampaignProgress() {};
  }
}
