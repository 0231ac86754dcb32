package org.coptest.harness.engine;

import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/** As many worker threads as devices may run at a time. */
record Workers(int devices) implements ParallelExecutionConfiguration {

  @Override
  public int getParallelism() {
    return devices;
  }

  @Override
  public int getMinimumRunnable() {
    return devices;
  }

  @Override
  public int getMaxPoolSize() {
    return devices + 1;
  }

  @Override
  public int getCorePoolSize() {
    return devices;
  }

  @Override
  public int getKeepAliveSeconds() {
    return 10;
  }
}
