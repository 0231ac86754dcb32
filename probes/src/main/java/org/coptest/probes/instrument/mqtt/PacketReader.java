package org.coptest.probes.instrument.mqtt;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;

/** Cuts what a channel receives into control packets of at most 256 KiB (MQTT 3.1.1 2.2.3). */
final class PacketReader {
  private static final int MOST = 256 * 1024;
  private static final int LONGEST_LENGTH = 4;
  private final Channel channel;
  private byte[] held = new byte[1024];
  private int count;

  PacketReader(Channel channel) {
    this.channel = channel;
  }

  /** The next packet, waiting at most this long. */
  PacketRead next(Duration patience) throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (var cut = cut(); ; cut = cut()) {
      long left = end - System.nanoTime();
      if (cut.isPresent()) {
        return cut.get();
      } else if (left <= 0) {
        return new PacketRead.Silent();
      }
      switch (channel.receive(Duration.ofNanos(left))) {
        case Received.Data data -> hold(data.bytes());
        case Received.Silent silent -> {
          return new PacketRead.Silent();
        }
        case Received.Closed closed -> {
          return ended();
        }
        case Received.Reset reset -> {
          return ended();
        }
      }
    }
  }

  private PacketRead ended() {
    return count == 0
        ? new PacketRead.Ended()
        : new PacketRead.Malformed("the connection ended inside a packet");
  }

  private void hold(byte[] more) {
    if (held.length - count < more.length) {
      held = Arrays.copyOf(held, Math.max(2 * held.length, count + more.length));
    }
    System.arraycopy(more, 0, held, count, more.length);
    count += more.length;
  }

  private Optional<PacketRead> cut() {
    int length = 0;
    int digits = 0;
    boolean more = true;
    while (more) {
      if (digits == LONGEST_LENGTH) {
        return Optional.of(new PacketRead.Malformed("a length of more than four bytes"));
      } else if (1 + digits >= count) {
        return Optional.empty();
      }
      int digit = held[1 + digits];
      length |= (digit & 0x7f) << 7 * digits;
      more = (digit & 0x80) != 0;
      digits++;
    }
    return length > MOST
        ? Optional.of(new PacketRead.Malformed("a packet of %d bytes".formatted(length)))
        : cut(1 + digits, length);
  }

  private Optional<PacketRead> cut(int head, int length) {
    if (head + length > count) {
      return Optional.empty();
    }
    int first = held[0] & 0xff;
    var body = Arrays.copyOfRange(held, head, head + length);
    System.arraycopy(held, head + length, held, 0, count - head - length);
    count -= head + length;
    return Optional.of(new PacketRead.Whole(new Packet(first >> 4, first & 0xf, body)));
  }
}
