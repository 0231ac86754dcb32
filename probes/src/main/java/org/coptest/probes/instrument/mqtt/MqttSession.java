package org.coptest.probes.instrument.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;

/** One connection to a broker. */
final class MqttSession implements AutoCloseable {
  private static final int MOST_PACKETS = 1_000;
  private final Channel channel;
  private final MqttVersion version;
  private final PacketReader reader;
  private final PacketWriter writer;
  private String secret = "";

  MqttSession(Channel channel, MqttVersion version) {
    this.channel = channel;
    this.version = version;
    this.reader = new PacketReader(channel);
    this.writer = new PacketWriter(version);
  }

  /** Sends CONNECT and reads the answer. */
  Greeting connect(String clientId, Optional<Candidate> credential, Duration patience)
      throws ProbeException, InterruptedException {
    secret = credential.map(Candidate::password).orElse("");
    hide();
    channel.send(writer.connect(clientId, credential));
    return switch (reader.next(patience)) {
      case PacketRead.Whole whole -> greeting(whole.packet());
      case PacketRead.Ended ended ->
          Greeting.none(Greeting.Kind.ENDED, "the connection ended without a CONNACK");
      case PacketRead.Silent silent -> Greeting.none(Greeting.Kind.SILENT, "no CONNACK came");
      case PacketRead.Malformed malformed -> Greeting.none(Greeting.Kind.OTHER, malformed.why());
    };
  }

  /**
   * CONNACK: two bytes, in version 5 with properties; the refusal of a version may be in either.
   */
  private Greeting greeting(Packet packet) {
    int code = packet.at(1);
    boolean old = packet.body().length == 2 && code <= 5 && (!version.properties() || code == 1);
    boolean late = packet.body().length > 2 && (code == 0 && version.properties() || code >= 0x80);
    return packet.type() == Packet.CONNACK && (packet.at(0) & 0xfe) == 0 && (old || late)
        ? new Greeting(
            Greeting.Kind.CONNACK, code, "%s: CONNACK %d".formatted(version.text(), code))
        : Greeting.none(Greeting.Kind.OTHER, "no CONNACK but packet type " + packet.type());
  }

  /** Whether the connection ends by itself within this time; what is sent until then is dropped. */
  boolean endsBy(Duration patience) throws ProbeException, InterruptedException {
    return awaited(patience, packet -> false);
  }

  /** Asks for what is published there; true when the connection ended over it. */
  boolean subscribe(String topic, Duration patience) throws ProbeException, InterruptedException {
    channel.send(writer.subscribe(1, topic));
    return awaited(patience, packet -> packet.type() == Packet.SUBACK);
  }

  /** Sends this to everybody who asked for it. */
  void publish(String topic, String payload) throws ProbeException, InterruptedException {
    channel.send(writer.publish(topic, payload));
  }

  /** Whether exactly this is delivered in time. */
  boolean delivers(String topic, String payload, Duration patience)
      throws ProbeException, InterruptedException {
    var delivered = new boolean[1];
    awaited(patience, packet -> delivered[0] = carries(packet, topic, payload));
    return delivered[0];
  }

  private boolean carries(Packet packet, String topic, String payload) {
    int named = packet.number(0);
    if (packet.type() != Packet.PUBLISH || named != topic.length()) {
      return false;
    }
    int at = 2 + named + ((packet.flags() & 0x6) == 0 ? 0 : 2);
    // A nonce is short: properties of the publisher that are passed on are a few bytes.
    int properties = version.properties() ? 1 + Math.max(0, packet.at(at)) : 0;
    return text(packet, 2, named).equals(topic)
        && text(packet, at + properties, packet.body().length).equals(payload);
  }

  private static String text(Packet packet, int from, int length) {
    int start = Math.min(from, packet.body().length);
    int end = Math.min(start + length, packet.body().length);
    return new String(Arrays.copyOfRange(packet.body(), start, end), StandardCharsets.UTF_8);
  }

  /** What a packet is looked at for. */
  private interface Wanted {
    boolean is(Packet packet);
  }

  /** Reads until the wanted packet or the end of time; true when the connection ended before. */
  private boolean awaited(Duration patience, Wanted wanted)
      throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (int packets = 0; packets < MOST_PACKETS; packets++) {
      var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      switch (reader.next(left)) {
        case PacketRead.Whole whole when wanted.is(whole.packet()) -> {
          return false;
        }
        case PacketRead.Whole other -> {}
        case PacketRead.Silent silent -> {
          return false;
        }
        case PacketRead.Ended ended -> {
          return true;
        }
        case PacketRead.Malformed malformed -> {
          return true;
        }
      }
    }
    return true;
  }

  /** Leaves in order, so that what was published is taken care of. */
  void leave() throws ProbeException, InterruptedException {
    channel.send(PacketWriter.DISCONNECT);
  }

  /** Whether the connection ended because the device wants a client certificate. */
  boolean certificateWanted() {
    return channel instanceof TlsTunnel tunnel && tunnel.certificateWanted();
  }

  /** The device may have sent back what it was given. */
  EvidenceRef transcript() {
    hide();
    return channel.transcript();
  }

  private void hide() {
    if (!secret.isEmpty()) {
      channel.redact(secret);
    }
  }

  @Override
  public void close() {
    channel.close();
  }
}
