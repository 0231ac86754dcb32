package org.coptest.spi;

import java.time.Duration;
import java.util.Map;

/** Does one thing to the device that only its maker knows how to do, as declared. */
public interface Driver {

  /** Carries out the recipe with these values. */
  Outcome run(Map<String, String> values, Duration limit)
      throws InterruptedException, ProbeException;

  /** What came of it: status of the last step and what it printed. */
  record Outcome(int status, String output) {}
}
