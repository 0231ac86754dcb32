package org.coptest.harness.target.net.identity;

import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;

/** One mark of a device, such as the host key of one of its ports. */
public interface IdentityMark {

  /** What kind of mark it is. */
  MarkKind kind();

  /** Its name, the same in the whole campaign. */
  String name();

  /** Whether reading it opens a connection to the device; never more than one. */
  boolean asksDevice();

  /**
   * Its value now; what cannot be read is empty or an exception, and both say nothing about the
   * device.
   */
  Optional<String> read(Dut dut) throws ProbeException, InterruptedException;
}
