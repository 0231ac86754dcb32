package org.coptest.emulators.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.coptest.emulators.device.Conversation;

/** Conversations without a protocol: silence, noise and echoes. */
public final class Plain {

  private static final int CHUNK = 64 * 1_024;
  private static final Duration DRIP = Duration.ofSeconds(1);

  private Plain() {}

  /** Takes everything and never says a word. */
  public static Conversation mute() {
    return Plain::swallow;
  }

  /** Says this at once, then listens in silence. */
  public static Conversation banner(String text) {
    return peer -> {
      peer.getOutputStream().write(text.getBytes(UTF_8));
      swallow(peer);
    };
  }

  /** One byte of this text per second, over and over, for as long as the peer bears it. */
  public static Conversation drip(String text) {
    var bytes = text.getBytes(UTF_8);
    return peer -> {
      for (var i = 0; ; i = (i + 1) % bytes.length) {
        peer.getOutputStream().write(bytes[i]);
        Thread.sleep(DRIP);
      }
    };
  }

  /** Bytes without end, as fast as the peer takes them. */
  public static Conversation flood(String text) {
    var chunk = text.repeat(CHUNK / text.length()).getBytes(UTF_8);
    return peer -> {
      while (true) {
        peer.getOutputStream().write(chunk);
        // A fast reader must not keep a carrier thread from the other connections.
        Thread.yield();
      }
    };
  }

  /** Accepts and answers with RST. */
  public static Conversation reset() {
    return peer -> {
      peer.setSoLinger(true, 0);
      peer.close();
    };
  }

  /** Gives back what it gets. */
  public static Conversation echo() {
    return peer -> peer.getInputStream().transferTo(peer.getOutputStream());
  }

  private static void swallow(Socket peer) throws IOException {
    var sink = new byte[CHUNK];
    for (var got = 0; got >= 0; got = peer.getInputStream().read(sink)) {
      // What it says does not matter.
    }
  }
}
