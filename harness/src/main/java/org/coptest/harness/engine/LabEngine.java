package org.coptest.harness.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.CampaignRecord;
import org.junit.platform.engine.TestEngine;

/** Offers a second engine for suites that a lab wrote; found by {@link java.util.ServiceLoader}. */
public interface LabEngine {

  /** What the engine works with: the same bench, record and stop as the campaign. */
  record Bench(List<DevicePlan> devices, Workbench workbench, CampaignRecord record, Stop stop) {}

  /** Suites that were found, before any device is there to run them on. */
  interface Suites {
    /** An engine for one launch that runs them on every device of this bench. */
    TestEngine on(Bench bench);
  }

  /**
   * Reads the suites in these jars; runs nothing.
   *
   * @throws IOException when a jar cannot be read or holds no suite
   */
  Suites suites(List<Path> jars) throws IOException;
}
