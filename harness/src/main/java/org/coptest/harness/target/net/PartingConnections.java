package org.coptest.harness.target.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/**
 * Connections a sweep has opened and is closing in order. Their banners are read and dropped: an
 * unread one would make the kernel close with RST, which some devices count as an attack.
 */
final class PartingConnections {
  private static final int MOST = 64;
  private static final int MOST_READS = 16;
  private final ArrayDeque<Parting> parting = new ArrayDeque<>();
  private final ByteBuffer dropped = ByteBuffer.allocate(8_192);
  private final long graceNanos;

  PartingConnections(long graceNanos) {
    this.graceNanos = graceNanos;
  }

  void add(SocketChannel socket, Selector selector, long now) throws IOException {
    if (parting.size() >= MOST) {
      parting.removeFirst().socket.close();
    }
    try {
      socket.shutdownOutput();
      var one = new Parting(socket, now + graceNanos);
      socket.register(selector, SelectionKey.OP_READ, one);
      parting.addLast(one);
    } catch (IOException alreadyGone) {
      socket.close();
    }
  }

  void readable(Parting one) throws IOException {
    try {
      dropped.clear();
      one.over = one.socket.read(dropped) < 0 || ++one.reads >= MOST_READS;
    } catch (IOException reset) {
      one.over = true;
    }
    if (one.over) {
      one.socket.close();
    }
  }

  /**
   * Closes those that are done or took too long; nanoseconds until the next, the largest number
   * when none is left.
   */
  long expire(long now) throws IOException {
    parting.removeIf(one -> one.over);
    while (!parting.isEmpty() && parting.getFirst().end - now <= 0) {
      parting.removeFirst().socket.close();
    }
    return parting.isEmpty() ? Long.MAX_VALUE : parting.getFirst().end - now;
  }

  /** One of them. */
  static final class Parting {
    private final SocketChannel socket;
    private final long end;
    private int reads;
    private boolean over;

    private Parting(SocketChannel socket, long end) {
      this.socket = socket;
      this.end = end;
    }
  }
}
