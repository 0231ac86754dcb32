package org.coptest.probes.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener on an ephemeral loopback port that plays one script per connection. */
public final class TcpServer implements Closeable {
  private final ServerSocket listener;
  private final Script script;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What the server does with a connection; it is closed when the script returns. */
  @FunctionalInterface
  public interface Script {
    /** Plays; {@code turn} counts connections from 1. */
    void play(Socket socket, int turn) throws IOException, InterruptedException;
  }

  private TcpServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
  }

  /** Starts to listen. */
  public static TcpServer playing(Script script) {
    return at(InetAddress.getLoopbackAddress(), script);
  }

  /** Starts to listen on this loopback address. */
  public static TcpServer at(InetAddress address, Script script) {
    try {
      var server = new TcpServer(new ServerSocket(0, 64, address), script);
      Thread.ofVirtual().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A listener that says this at once and then waits for the peer to leave. */
  public static TcpServer saying(byte[] greeting) {
    return playing((socket, turn) -> {
      socket.getOutputStream().write(greeting);
      drain(socket);
    });
  }

  /** Reads and forgets until the peer leaves. */
  public static void drain(Socket socket) throws IOException {
    socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
  }

  /** Its port. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Connections accepted so far. */
  public int accepted() {
    return accepted.get();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        int turn = accepted.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> play(socket, turn));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void play(Socket socket, int turn) {
    try (socket) {
      script.play(socket, turn);
    } catch (IOException e) {
      // The probe hung up; the next connection is played anew.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
