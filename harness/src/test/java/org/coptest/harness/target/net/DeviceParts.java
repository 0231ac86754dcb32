package org.coptest.harness.target.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** What a device may do on one connection, well-behaved or not. */
final class DeviceParts {
  private DeviceParts() {}

  static void echo(Socket socket) throws IOException {
    socket.getInputStream().transferTo(socket.getOutputStream());
  }

  static void blackHole(Socket socket) throws IOException {
    socket.getInputStream().readAllBytes();
  }

  static void readsNothing(Socket socket) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(15));
  }

  static void bannerThenWait(Socket socket) throws IOException {
    socket.getOutputStream().write("220 camera ready\r\n".getBytes(UTF_8));
    socket.getInputStream().readAllBytes();
  }

  static void halfClose(Socket socket) throws IOException {
    socket.shutdownOutput();
    if (socket.getInputStream().read() != 'x') {
      throw new IOException("nothing came");
    }
  }

  static void resetAfterAnswer(Socket socket) throws IOException {
    socket.getOutputStream().write("hello".getBytes(UTF_8));
    socket.getInputStream().read();
    LoopServer.reset(socket);
  }

  static void flood(Socket socket) throws IOException {
    var block = new byte[65_536];
    for (long sent = 0; sent < 10_000_000_000L; sent += block.length) {
      socket.getOutputStream().write(block);
    }
  }

  static void drip(Socket socket) throws IOException, InterruptedException {
    for (int i = 0; i < 10_000; i++) {
      socket.getOutputStream().write('.');
      Thread.sleep(5);
    }
  }
}
