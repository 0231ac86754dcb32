package org.coptest.probes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.Relay;

/** A loopback door to a connection that is already open; takes one connection. */
final class LoopbackRelay implements Relay {
  private final Socket device;
  private final ServerSocket door;
  private final MemoryEvidence evidence;
  private final AtomicLong received = new AtomicLong();

  LoopbackRelay(Socket device, MemoryEvidence evidence) throws IOException {
    this.device = device;
    this.evidence = evidence;
    this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    try (var library = door.accept()) {
      door.close();
      var upward = Thread.ofVirtual().start(() -> pump(library, device, new AtomicLong()));
      pump(device, library, received);
      upward.join();
    } catch (IOException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to, AtomicLong counter) {
    var buffer = new byte[16_384];
    try {
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        counter.addAndGet(n);
        to.getOutputStream().write(buffer, 0, n);
        n = from.getInputStream().read(buffer);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // The other side is gone as well: nothing is left to reset.
      return;
    }
  }

  @Override
  public InetSocketAddress door() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  @Override
  public long received() {
    return received.get();
  }

  @Override
  public EvidenceRef transcript() {
    return evidence.text("relayed", "%d bytes received".formatted(received.get()));
  }

  @Override
  public void redact(String secret) {
    // The evidence of tests is not shown to anybody.
  }

  @Override
  public void close() {
    try {
      door.close();
      device.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
