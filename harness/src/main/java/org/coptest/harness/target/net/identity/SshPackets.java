package org.coptest.harness.target.net.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;

/** Identification lines and packets before encryption, RFC 4253 §4.2 and §6. */
final class SshPackets {
  private static final String OURS = "SSH-2.0-coptest\r\n";
  private static final int MOST_LINES = 64;
  private static final int LONGEST_LINE = 8_192;
  private static final int LONGEST_PACKET = 35_000;
  private static final int SHORTEST_PADDING = 4;
  private static final int BLOCK = 8;
  private final Channel channel;
  private final ChannelBytes bytes;

  SshPackets(Channel channel) {
    this.channel = channel;
    this.bytes = new ChannelBytes(channel);
  }

  /** Says who we are and waits until the device said it speaks SSH 2. */
  void greet() throws ProbeException, InterruptedException {
    channel.send(OURS.getBytes(US_ASCII));
    for (int i = 0; i < MOST_LINES; i++) {
      var line = line();
      if (line.startsWith("SSH-2.0-") || line.startsWith("SSH-1.99-")) {
        return;
      }
    }
    throw ChannelBytes.unreadable("it does not greet as SSH does");
  }

  void send(byte[] payload) throws ProbeException, InterruptedException {
    int padding = BLOCK - (payload.length + 5) % BLOCK;
    padding += padding < SHORTEST_PADDING ? BLOCK : 0;
    var packet = ByteBuffer.allocate(payload.length + padding + 5);
    packet.putInt(payload.length + padding + 1).put((byte) padding).put(payload);
    channel.send(packet.array());
  }

  /** The payload of the next packet. */
  ByteBuffer next() throws ProbeException, InterruptedException {
    int length = ByteBuffer.wrap(bytes.take(4)).getInt();
    if (length < 2 || length > LONGEST_PACKET) {
      throw ChannelBytes.unreadable("a packet of %d bytes".formatted(length));
    }
    var packet = bytes.take(length);
    int payload = length - 1 - (packet[0] & 0xff);
    if (payload < 1) {
      throw ChannelBytes.unreadable("an empty packet");
    }
    return ByteBuffer.wrap(packet, 1, payload).slice();
  }

  private String line() throws ProbeException, InterruptedException {
    var line = new ByteArrayOutputStream();
    for (byte next = one(); next != '\n'; next = one()) {
      line.write(next);
      if (line.size() > LONGEST_LINE) {
        throw ChannelBytes.unreadable("a line without end");
      }
    }
    return line.toString(ISO_8859_1);
  }

  private byte one() throws ProbeException, InterruptedException {
    return bytes.take(1)[0];
  }
}
