package org.coptest.harness.target.net.identity;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;

/** Takes bytes from a channel in the pieces that are needed, and never more than a key costs. */
final class ChannelBytes {
  private static final int MOST = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private final Channel channel;
  private byte[] waiting = new byte[0];
  private int taken;

  ChannelBytes(Channel channel) {
    this.channel = channel;
  }

  /** Exactly so many bytes. */
  byte[] take(int count) throws ProbeException, InterruptedException {
    var all = new ByteArrayOutputStream();
    while (all.size() < count) {
      if (waiting.length == 0) {
        waiting = next();
      }
      int part = Math.min(waiting.length, count - all.size());
      all.write(waiting, 0, part);
      waiting = Arrays.copyOfRange(waiting, part, waiting.length);
    }
    return all.toByteArray();
  }

  /** The next bytes, however many come. */
  byte[] next() throws ProbeException, InterruptedException {
    if (channel.receive(PATIENCE) instanceof Received.Data data) {
      taken += data.bytes().length;
      if (taken > MOST) {
        throw unreadable("it sends more than a key needs");
      }
      return data.bytes();
    }
    throw unreadable("it sent no key");
  }

  /** Says nothing about the device: the mark is left out. */
  static ProbeException unreadable(String why) {
    return new ProbeException(Cause.AMBIGUOUS_RESPONSE, "no mark to read: " + why);
  }
}
