package org.coptest.emulators.snmp;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.coptest.emulators.device.UdpPort;

/** An agent for v1 and v2c that is silent to wrong communities; of v3 it knows discovery alone. */
public final class SnmpAgent implements UdpPort.Answers {

  private static final int REPORT = 0xa8;
  private static final int RESPONSE = 0xa2;
  private static final int COUNTER = 0x41;
  private static final int NO_SUCH_OBJECT = 0x80;
  private static final int NULL = 0x05;
  private static final int NO_SUCH_NAME = 2;
  private static final byte[] ENGINE = {(byte) 0x80, 0, 0x1f, (byte) 0x88, 4, 'h', 'u', 'b'};
  private static final byte[] UNKNOWN_ENGINE = {0x2b, 6, 1, 6, 3, 15, 1, 1, 4, 0};

  private final Predicate<String> communities;
  private final boolean values;
  private final int wrongOnes;
  private final AtomicInteger wrong = new AtomicInteger();

  private SnmpAgent(Predicate<String> communities, boolean values, int wrongOnes) {
    this.communities = communities;
    this.values = values;
    this.wrongOnes = wrongOnes;
  }

  /** Answers these communities. */
  public static SnmpAgent answering(Predicate<String> communities) {
    return new SnmpAgent(communities, true, Integer.MAX_VALUE);
  }

  /** The same, with nothing of the system in their view. */
  public SnmpAgent showingNothing() {
    return new SnmpAgent(communities, false, wrongOnes);
  }

  /** The same, falling silent to everybody after so many wrong communities. */
  public SnmpAgent silentAfter(int wrongCommunities) {
    return new SnmpAgent(communities, values, wrongCommunities);
  }

  @Override
  public Optional<byte[]> to(InetSocketAddress peer, byte[] datagram) {
    if (wrong.get() > wrongOnes) {
      return Optional.empty();
    }
    try {
      var message = Tlv.read(datagram).parts();
      return message.getFirst().body()[0] == 3 ? report(message) : response(message);
    } catch (IndexOutOfBoundsException e) {
      // No message: an agent drops it.
      return Optional.empty();
    }
  }

  private Optional<byte[]> response(List<Tlv> message) {
    if (!communities.test(message.get(1).text())) {
      wrong.incrementAndGet();
      return Optional.empty();
    }
    boolean old = message.getFirst().body()[0] == 0;
    int error = old && !values ? NO_SUCH_NAME : 0;
    var pdu = message.get(2).parts();
    var variables =
        pdu.get(3).parts().stream()
            .map(variable -> Tlv.of(Tlv.SEQUENCE, variable.parts().getFirst(), value(old)))
            .toArray(Tlv[]::new);
    var answer =
        Tlv.of(
            RESPONSE,
            pdu.getFirst(),
            Tlv.integer(error),
            Tlv.integer(error == 0 ? 0 : 1),
            Tlv.of(Tlv.SEQUENCE, variables));
    return Optional.of(Tlv.of(Tlv.SEQUENCE, message.getFirst(), message.get(1), answer).bytes());
  }

  private Tlv value(boolean old) {
    if (values) {
      return Tlv.octets("HUB-1".getBytes(StandardCharsets.UTF_8));
    }
    return new Tlv(old ? NULL : NO_SUCH_OBJECT, new byte[0]);
  }

  private static Optional<byte[]> report(List<Tlv> message) {
    var id = message.get(1).parts().getFirst();
    var one = Tlv.integer(1);
    var head =
        Tlv.of(
            Tlv.SEQUENCE,
            id,
            new Tlv(Tlv.INTEGER, new byte[] {8, 0}),
            Tlv.octets((byte) 0),
            Tlv.integer(3));
    var security =
        Tlv.of(
            Tlv.SEQUENCE, Tlv.octets(ENGINE), one, one, Tlv.octets(), Tlv.octets(), Tlv.octets());
    var counter =
        Tlv.of(Tlv.SEQUENCE, new Tlv(Tlv.OID, UNKNOWN_ENGINE), new Tlv(COUNTER, new byte[] {1}));
    var pdu = Tlv.of(REPORT, id, Tlv.integer(0), Tlv.integer(0), Tlv.of(Tlv.SEQUENCE, counter));
    return Optional.of(
        Tlv.of(
                Tlv.SEQUENCE,
                message.getFirst(),
                head,
                Tlv.octets(security.bytes()),
                Tlv.of(Tlv.SEQUENCE, Tlv.octets(ENGINE), Tlv.octets(), pdu))
            .bytes());
  }
}
