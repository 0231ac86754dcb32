package org.coptest.harness.engine;

import java.time.Clock;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.record.CampaignRecord;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What every node of the tree works with.
 *
 * @param judgeOnly whether devices stay untouched and only the record is read
 */
record ConformanceContext(
    ConformancePlan plan,
    Workbench workbench,
    CampaignRecord record,
    CampaignProgress progress,
    Stop stop,
    TimeLeft time,
    Clock clock,
    boolean judgeOnly)
    implements EngineExecutionContext {

  /** For the probes of one device. */
  ProbeRunner runner() {
    return new ProbeRunner(record, progress, clock, plan.settings());
  }
}
