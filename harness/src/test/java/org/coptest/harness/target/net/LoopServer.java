package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.coptest.spi.net.Endpoint;

/** A server on a loopback address that plays one part for every connection. */
public final class LoopServer implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket();
  private volatile Part part;

  /** What the part ended with: "done" or the message of its exception. */
  final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  public LoopServer(String address, Part part) throws IOException {
    this.part = part;
    listening.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  /** Plays another part from the next connection on. */
  public void play(Part another) {
    part = another;
  }

  public Endpoint endpoint() {
    return Endpoint.tcp(listening.getInetAddress(), listening.getLocalPort());
  }

  public InetAddress address() {
    return listening.getInetAddress();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        var socket = listening.accept();
        Thread.ofPlatform().daemon().start(() -> run(socket));
      }
    } catch (IOException closed) {
      ends.add("closed");
    }
  }

  private void run(Socket socket) {
    try (socket) {
      part.play(socket);
      ends.add("done");
    } catch (SocketException broken) {
      ends.add(String.valueOf(broken.getMessage()));
    } catch (Exception failure) {
      ends.add(failure.toString());
    }
  }

  /** What the server does on one connection. */
  @FunctionalInterface
  public interface Part {
    void play(Socket socket) throws Exception;
  }
}
