package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.coptest.spi.ProbeException;
import org.jspecify.annotations.Nullable;

/** Connects once to each of some ports, many at a time on one thread. */
final class SweepRound {
  private static final int BURST = 256;
  private static final long LONGEST_PARTING = 500_000_000L;
  private final InetAddress address;
  private final Deadline deadline;
  private final long patience;
  private final int openAtOnce;
  private final RateRamp ramp;
  private final PortTally tally;
  private final Shortage shortage = new Shortage();
  private final Deque<Integer> ports = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final PartingConnections parting;
  private int underWay;

  SweepRound(
      InetAddress address,
      Duration patience,
      int openAtOnce,
      RateRamp ramp,
      PortTally tally,
      Deadline deadline) {
    this.address = address;
    this.deadline = deadline;
    this.patience = patience.toNanos();
    this.openAtOnce = openAtOnce;
    this.ramp = ramp;
    this.tally = tally;
    this.parting = new PartingConnections(Math.min(this.patience, LONGEST_PARTING));
  }

  void run(int[] asked) throws ProbeException, InterruptedException {
    for (int port : asked) {
      ports.addLast(port);
    }
    try (var selector = Selector.open()) {
      try {
        loop(selector);
      } finally {
        closeAll(selector);
      }
    } catch (IOException failure) {
      throw SocketKind.benchFault(failure);
    }
  }

  private void loop(Selector selector) throws IOException, ProbeException, InterruptedException {
    for (long wait = 0; wait != Long.MAX_VALUE; ) {
      launch(selector);
      long now = System.nanoTime();
      wait = Math.min(untilLaunch(now), Math.min(expire(now), parting.expire(now)));
      if (wait != Long.MAX_VALUE) {
        select(selector, wait);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      deadline.check();
    }
  }

  private void launch(Selector selector) throws IOException, ProbeException {
    for (int i = 0; i < BURST && untilLaunch(System.nanoTime()) == 0; i++) {
      start(ports.removeFirst(), selector);
    }
  }

  private long untilLaunch(long now) {
    return ports.isEmpty() || underWay >= openAtOnce
        ? Long.MAX_VALUE
        : Math.max(ramp.delay(now), shortage.delay(now));
  }

  private void start(int port, Selector selector) throws IOException, ProbeException {
    long now = System.nanoTime();
    ramp.launched(now);
    SocketChannel socket = null;
    try {
      socket = SocketKind.open(address);
      if (socket.connect(new InetSocketAddress(address, port)) || socket.finishConnect()) {
        opened(socket, port, now, selector);
      } else {
        var one = new Pending(port, now, socket);
        socket.register(selector, SelectionKey.OP_CONNECT, one);
        pending.addLast(one);
        underWay++;
      }
      shortage.over();
    } catch (IOException failure) {
      failed(failure, socket, port, now);
    }
  }

  private void select(Selector selector, long wait) throws IOException, ProbeException {
    if (wait < 1_000_000) {
      selector.selectNow();
    } else {
      selector.select(Math.min(wait / 1_000_000, 100));
    }
    for (var key : selector.selectedKeys()) {
      if (key.isValid() && key.attachment() instanceof Pending one) {
        finish(one, selector);
      } else if (key.attachment() instanceof PartingConnections.Parting one) {
        parting.readable(one);
      }
    }
    selector.selectedKeys().clear();
  }

  private void finish(Pending one, Selector selector) throws IOException, ProbeException {
    try {
      if (one.socket.finishConnect()) {
        done(one);
        opened(one.socket, one.port, one.started, selector);
      }
    } catch (IOException failure) {
      done(one);
      failed(failure, one.socket, one.port, one.started);
    }
  }

  private void opened(SocketChannel socket, int port, long started, Selector selector)
      throws IOException {
    boolean itself = SocketKind.metItself(socket);
    answered(port, itself ? PortState.REFUSED : PortState.OPEN, started);
    if (itself) {
      socket.close();
    } else {
      parting.add(socket, selector, System.nanoTime());
    }
  }

  private void failed(IOException failure, @Nullable SocketChannel socket, int port, long started)
      throws IOException, ProbeException {
    if (socket != null) {
      socket.close();
    }
    switch (ConnectFailure.of(failure)) {
      case REFUSED -> {
        shortage.over();
        answered(port, PortState.REFUSED, started);
      }
      case RESET -> answered(port, PortState.OPEN, started);
      case UNREACHABLE -> answered(port, PortState.UNREACHABLE, started);
      case SILENT -> silent(port);
      case NO_LOCAL_PORT, BENCH -> {
        shortage.met(failure, System.nanoTime());
        ports.addLast(port);
      }
    }
  }

  private long expire(long now) throws IOException {
    while (!pending.isEmpty()
        && (pending.getFirst().done || pending.getFirst().started + patience - now <= 0)) {
      var one = pending.removeFirst();
      if (!one.done) {
        done(one);
        one.socket.close();
        silent(one.port);
      }
    }
    return pending.isEmpty() ? Long.MAX_VALUE : pending.getFirst().started + patience - now;
  }

  private void done(Pending one) {
    one.done = true;
    underWay--;
  }

  private void answered(int port, PortState state, long started) {
    tally.put(port, state);
    ramp.answered(System.nanoTime() - started);
  }

  private void silent(int port) {
    tally.put(port, PortState.SILENT);
    ramp.silent();
  }

  private static void closeAll(Selector selector) throws IOException {
    for (var key : selector.keys()) {
      key.channel().close();
    }
  }

  /** A connect under way. */
  private static final class Pending {
    private final int port;
    private final long started;
    private final SocketChannel socket;
    private boolean done;

    private Pending(int port, long started, SocketChannel socket) {
      this.port = port;
      this.started = started;
      this.socket = socket;
    }
  }
}
