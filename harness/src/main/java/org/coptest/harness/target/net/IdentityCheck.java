package org.coptest.harness.target.net;

import java.util.Map;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;

/** Reads marks that tell this device from another one, such as a host key or a serial number. */
@FunctionalInterface
public interface IdentityCheck {

  /** Mark by name; a mark that cannot be read is left out. */
  Map<String, String> read(Dut dut) throws ProbeException, InterruptedException;
}
