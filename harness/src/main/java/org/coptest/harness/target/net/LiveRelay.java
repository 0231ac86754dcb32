package org.coptest.harness.target.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Received;
import org.coptest.spi.net.Relay;
import org.jspecify.annotations.Nullable;

/**
 * Two threads between a library and a channel. A reset by the device reaches the library as RST;
 * the library's end, in whatever way, reaches the device as FIN.
 */
final class LiveRelay implements Relay {
  private static final Duration SLICE = Duration.ofSeconds(10);
  private final LiveChannel device;
  private final ProbeSession session;
  private final ServerSocketChannel listening;
  private final InetSocketAddress door;
  private @Nullable SocketChannel library;
  private boolean closed;

  LiveRelay(LiveChannel device, ProbeSession session) throws IOException {
    this.device = device;
    this.session = session;
    this.listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1);
    this.door = (InetSocketAddress) listening.getLocalAddress();
    session.opened(this);
    start("relay-up", this::up);
  }

  @Override
  public InetSocketAddress door() {
    return door;
  }

  @Override
  public long received() {
    return device.bytesReceived();
  }

  @Override
  public EvidenceRef transcript() {
    return device.transcript();
  }

  @Override
  public void redact(String secret) {
    device.redact(secret);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      closeQuietly(listening);
      closeQuietly(library);
    }
    device.close();
    session.closed(this);
  }

  private void up() {
    try {
      var client = accept();
      start("relay-down", () -> down(client));
      var buffer = ByteBuffer.allocate(16 * 1024);
      while (client.read(buffer) >= 0) {
        device.send(taken(buffer));
      }
      device.endOutput();
    } catch (IOException libraryGone) {
      device.endOutput();
    } catch (ProbeException | IllegalStateException deviceGone) {
      reset();
    } catch (InterruptedException stopped) {
      close();
    }
  }

  private void down(SocketChannel client) {
    try {
      while (passOn(device.receive(SLICE), client)) {
        // Until either side ends.
      }
    } catch (IOException libraryGone) {
      device.endOutput();
    } catch (ProbeException | IllegalStateException deviceGone) {
      reset();
    } catch (InterruptedException stopped) {
      close();
    }
  }

  private boolean passOn(Received received, SocketChannel client) throws IOException {
    switch (received) {
      case Received.Data data -> writeAll(client, ByteBuffer.wrap(data.bytes()));
      case Received.Closed end -> client.shutdownOutput();
      case Received.Reset reset -> reset();
      case Received.Silent silent -> {
        return true;
      }
    }
    return received instanceof Received.Data;
  }

  private SocketChannel accept() throws IOException {
    var client = listening.accept();
    synchronized (this) {
      listening.close();
      library = client;
      if (closed) {
        client.close();
      }
    }
    return client;
  }

  private void reset() {
    try {
      var client = client();
      if (client != null) {
        client.setOption(StandardSocketOptions.SO_LINGER, 0);
        client.close();
      }
    } catch (IOException gone) {
      closeQuietly(client());
    }
    closeQuietly(listening);
  }

  private synchronized @Nullable SocketChannel client() {
    return library;
  }

  private static byte[] taken(ByteBuffer buffer) {
    buffer.flip();
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    buffer.clear();
    return bytes;
  }

  private static void writeAll(SocketChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private static void closeQuietly(@Nullable Closeable resource) {
    try {
      if (resource != null) {
        resource.close();
      }
    } catch (IOException gone) {
      // Closed all the same.
    }
  }

  private static void start(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }
}
