package org.coptest.probes.instrument.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;

/** Makes the control packets that are sent (MQTT 3.1.1 3, 5.0 3). */
final class PacketWriter {
  /** DISCONNECT in either version. */
  static final byte[] DISCONNECT = {(byte) 0xe0, 0};

  private static final int CLEAN = 0x02;
  private static final int NAME_AND_PASSWORD = 0xc0;
  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final int MOST_TEXT = 0xffff;
  private final MqttVersion version;

  PacketWriter(MqttVersion version) {
    this.version = version;
  }

  /** CONNECT with a clean session, with a user name and password if given. */
  byte[] connect(String clientId, Optional<Candidate> credential) {
    var body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(version.level());
    body.write(credential.isPresent() ? CLEAN | NAME_AND_PASSWORD : CLEAN);
    number(body, KEEP_ALIVE_SECONDS);
    noProperties(body);
    text(body, clientId);
    credential.ifPresent(it -> {
      text(body, it.user());
      text(body, it.password());
    });
    return packet(0x10, body);
  }

  /** SUBSCRIBE to one topic at QoS 0. */
  byte[] subscribe(int id, String topic) {
    var body = new ByteArrayOutputStream();
    number(body, id);
    noProperties(body);
    text(body, topic);
    body.write(0);
    return packet(0x82, body);
  }

  /** PUBLISH at QoS 0, not retained. */
  byte[] publish(String topic, String payload) {
    var body = new ByteArrayOutputStream();
    text(body, topic);
    noProperties(body);
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return packet(0x30, body);
  }

  private void noProperties(ByteArrayOutputStream body) {
    if (version.properties()) {
      body.write(0);
    }
  }

  private static void text(ByteArrayOutputStream body, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var fitting = bytes.length > MOST_TEXT ? Arrays.copyOf(bytes, MOST_TEXT) : bytes;
    number(body, fitting.length);
    body.writeBytes(fitting);
  }

  private static void number(ByteArrayOutputStream body, int number) {
    body.write(number >> 8);
    body.write(number);
  }

  private static byte[] packet(int first, ByteArrayOutputStream body) {
    var packet = new ByteArrayOutputStream();
    packet.write(first);
    int left = body.size();
    do {
      packet.write(left > 0x7f ? left & 0x7f | 0x80 : left);
      left >>= 7;
    } while (left > 0);
    packet.writeBytes(body.toByteArray());
    return packet.toByteArray();
  }
}
