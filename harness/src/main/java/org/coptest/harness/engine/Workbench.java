package org.coptest.harness.engine;

import java.util.List;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.spi.ProbeException;

/** Opens devices; the engine does not know how they are reached. */
public interface Workbench {

  /**
   * Opens a device: starts it when it is emulated, resolves its addresses.
   *
   * @throws ProbeException when the bench cannot, with the cause for all its probes
   */
  OpenDevice open(DevicePlan device) throws ProbeException, InterruptedException;

  /** Names of what must not be used by two devices at a time, such as its addresses. */
  List<String> locks(DevicePlan device);

  /** The device as it was when it was looked at, for judging without it. */
  org.coptest.spi.declaration.Target asRecorded(DevicePlan device);
}
