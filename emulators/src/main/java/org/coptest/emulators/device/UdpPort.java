package org.coptest.emulators.device;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;

/** A UDP port that answers datagrams one by one. */
public final class UdpPort implements Port {

  private static final int LARGEST = 2_048;

  private final DatagramSocket socket;
  private final Answers answers;

  /** What is said to a datagram. */
  @FunctionalInterface
  public interface Answers {

    /** The answer to this peer; empty for silence. */
    Optional<byte[]> to(InetSocketAddress peer, byte[] datagram);
  }

  private UdpPort(DatagramSocket socket, Answers answers) {
    this.socket = socket;
    this.answers = answers;
  }

  /** A service that gives these answers on an ephemeral port. */
  public static Service answering(Answers answers) {
    return site -> {
      var port = new UdpPort(new DatagramSocket(new InetSocketAddress(site.address(), 0)), answers);
      site.threads().execute(port::serve);
      return port;
    };
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        answer((InetSocketAddress) packet.getSocketAddress(), packet);
      } catch (IOException e) {
        // Closed, or a peer has gone.
        continue;
      }
    }
  }

  private void answer(InetSocketAddress peer, DatagramPacket packet) throws IOException {
    var answer = answers.to(peer, Arrays.copyOf(packet.getData(), packet.getLength()));
    if (answer.isPresent()) {
      socket.send(new DatagramPacket(answer.get(), answer.get().length, peer));
    }
  }

  @Override
  public int number() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
