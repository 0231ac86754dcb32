package org.coptest.probes.instrument.service;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.coptest.spi.ProbeException;
import org.coptest.spi.Untrusted;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;

/**
 * What was heard on a connection until it fell quiet.
 *
 * @param bytes at most 16 KiB
 * @param ended whether the device closed or reset the connection
 * @param endless whether bytes still came when listening was given up
 */
record Heard(byte[] bytes, boolean ended, boolean endless) {
  private static final int MAX_BYTES = 16_384;
  private static final Duration QUIET = Duration.ofMillis(250);

  /** Waits this long for the first byte, then until quiet, and as long again at most. */
  static Heard on(Channel connection, Duration patience)
      throws ProbeException, InterruptedException {
    var so = new ByteArrayOutputStream();
    long end = System.nanoTime() + patience.multipliedBy(2).toNanos();
    var wait = patience;
    while (so.size() < MAX_BYTES && System.nanoTime() < end) {
      switch (connection.receive(wait)) {
        case Received.Data data -> so.writeBytes(data.bytes());
        case Received.Silent silent -> {
          return new Heard(so.toByteArray(), false, false);
        }
        case Received.Closed closed -> {
          return new Heard(so.toByteArray(), true, false);
        }
        case Received.Reset reset -> {
          return new Heard(so.toByteArray(), true, false);
        }
      }
      wait = QUIET;
    }
    return new Heard(so.toByteArray(), false, true);
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The bytes as characters, one for one. */
  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  String quoted() {
    return Untrusted.quote(bytes, 160);
  }
}
