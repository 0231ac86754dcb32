package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.util.List;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;

/** Opens devices; opening sends nothing. */
public final class DutFactory {
  private DutFactory() {}

  /**
   * Opens a declared device at its pinned addresses.
   *
   * @throws OutOfScopeException when an address may not be reached
   */
  public static LiveDut open(
      Target target,
      List<InetAddress> addresses,
      Pace pace,
      CampaignRecord record,
      Deadline deadline) {
    return new LiveDut(DutSettings.of(target, addresses, pace, deadline), record);
  }
}
