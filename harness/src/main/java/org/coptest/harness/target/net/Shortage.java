package org.coptest.harness.target.net;

import java.io.IOException;
import org.coptest.spi.ProbeException;

/**
 * File handles or local ports ran out: what is under way gives some back, so wait a little and try
 * again; a shortage that lasts is the fault of the bench.
 */
final class Shortage {
  private static final long PAUSE = 20_000_000;
  private static final long LONGEST = 5_000_000_000L;
  private boolean on;
  private long since;
  private long retry;

  /** It happened; throws when it goes on for too long. */
  void met(IOException failure, long now) throws ProbeException {
    since = on ? since : now;
    on = true;
    retry = now + PAUSE;
    if (now - since > LONGEST) {
      throw SocketKind.benchFault(failure);
    }
  }

  void over() {
    on = false;
  }

  /** Nanoseconds until the next try; 0 when there is no shortage. */
  long delay(long now) {
    return on ? Math.max(0, retry - now) : 0;
  }
}
