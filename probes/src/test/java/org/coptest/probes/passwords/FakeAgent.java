package org.coptest.probes.passwords;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** An SNMP agent for tests: which communities it answers, and how. */
final class FakeAgent implements Closeable {
  private static final byte[] VERSION_1 = {0};
  private final Predicate<String> communities;
  private final DatagramSocket socket;
  private final AtomicInteger requests = new AtomicInteger();
  private boolean engine = true;
  private boolean narrow;
  private boolean echoes;
  private int silentAfter = Integer.MAX_VALUE;
  private Optional<byte[]> always = Optional.empty();

  private record Part(int tag, byte[] body) {}

  FakeAgent(Predicate<String> communities) throws IOException {
    this.communities = communities;
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Knows nothing of v3. */
  FakeAgent withoutEngine() {
    engine = false;
    return this;
  }

  /** Shows nothing of the system group to a right community. */
  FakeAgent narrow() {
    narrow = true;
    return this;
  }

  /** Says nothing more after this many datagrams. */
  FakeAgent silentAfter(int datagrams) {
    silentAfter = datagrams;
    return this;
  }

  /** Sends back what it is sent. */
  FakeAgent echoing() {
    echoes = true;
    return this;
  }

  /** Sends this whatever it is sent. */
  FakeAgent saying(byte[] bytes) {
    always = Optional.of(bytes);
    return this;
  }

  FakeAgent start() {
    Thread.ofVirtual().start(this::serve);
    return this;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[2_048], 2_048);
    while (!socket.isClosed()) {
      try {
        packet.setLength(2_048);
        socket.receive(packet);
        var request = Arrays.copyOf(packet.getData(), packet.getLength());
        var answer = requests.incrementAndGet() > silentAfter ? none() : answer(request);
        if (answer.isPresent()) {
          var bytes = answer.get();
          socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // Closed, or the peer has gone.
        continue;
      }
    }
  }

  private static Optional<byte[]> none() {
    return Optional.empty();
  }

  private Optional<byte[]> answer(byte[] request) {
    if (always.isPresent() || echoes) {
      return Optional.of(always.orElse(request));
    }
    var message = parts(parts(request).getFirst().body());
    if (message.getFirst().body()[0] == 3) {
      return engine ? Optional.of(report(message)) : none();
    }
    var community = new String(message.get(1).body(), StandardCharsets.UTF_8);
    return communities.test(community) ? Optional.of(response(message)) : none();
  }

  private byte[] response(List<Part> message) {
    boolean old = Arrays.equals(message.getFirst().body(), VERSION_1);
    var pdu = parts(message.get(2).body());
    var variables = new ByteArrayOutputStream();
    for (var variable : parts(pdu.get(3).body())) {
      var name = parts(variable.body()).getFirst();
      var value = narrow ? of(old ? 5 : 0x80) : of(4, "CAM".getBytes(StandardCharsets.US_ASCII));
      variables.writeBytes(of(0x30, of(6, name.body()), value));
    }
    byte error = (byte) (narrow && old ? 2 : 0);
    return of(
        0x30,
        of(2, message.getFirst().body()),
        of(4, message.get(1).body()),
        of(
            0xa2,
            of(2, pdu.getFirst().body()),
            of(2, new byte[] {error}),
            of(2, new byte[] {error}),
            of(0x30, variables.toByteArray())));
  }

  private static byte[] report(List<Part> message) {
    var head = parts(message.get(1).body());
    byte[] id = {(byte) 0x80, 0, 1, 2, 3};
    byte[] one = {1};
    byte[] counter = {0x2b, 6, 1, 6, 3, 15, 1, 1, 4, 0};
    var none = new byte[0];
    var security =
        of(0x30, of(4, id), of(2, one), of(2, one), of(4, none), of(4, none), of(4, none));
    var pdu =
        of(
            0xa8,
            of(2, head.getFirst().body()),
            of(2, new byte[1]),
            of(2, new byte[1]),
            of(0x30, of(0x30, of(6, counter), of(0x41, one))));
    return of(
        0x30,
        of(2, new byte[] {3}),
        of(
            0x30,
            of(2, head.getFirst().body()),
            of(2, new byte[] {0x10, 0}),
            of(4, new byte[1]),
            of(2, new byte[] {3})),
        of(4, security),
        of(0x30, of(4, id), of(4, none), pdu));
  }

  private static List<Part> parts(byte[] bytes) {
    var parts = new ArrayList<Part>();
    for (int at = 0; at < bytes.length; ) {
      int tag = bytes[at] & 0xff;
      int length = bytes[at + 1] & 0xff;
      at += 2;
      if (length > 0x80) {
        int size = length & 0x7f;
        length = size == 1 ? bytes[at] & 0xff : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        at += size;
      }
      parts.add(new Part(tag, Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    return parts;
  }

  private static byte[] of(int tag, byte[]... bodies) {
    var body = new ByteArrayOutputStream();
    Arrays.stream(bodies).forEach(body::writeBytes);
    var whole = new ByteArrayOutputStream();
    whole.write(tag);
    if (body.size() > 0x7f) {
      whole.write(0x81);
    }
    whole.write(body.size());
    whole.writeBytes(body.toByteArray());
    return whole.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
