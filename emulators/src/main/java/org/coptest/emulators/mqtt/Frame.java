package org.coptest.emulators.mqtt;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A control packet as a broker reads it.
 *
 * @param type upper half of its first byte
 * @param body behind the remaining length, not yet read
 */
record Frame(int type, ByteBuffer body) {
  private static final int MOST = 64 * 1024;

  /** The next one of a peer; empty when it left. */
  static Optional<Frame> read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    var body = in.readNBytes(length(in));
    return Optional.of(new Frame(first >> 4, ByteBuffer.wrap(body)));
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; shift <= 21; shift += 7) {
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << shift;
      if (digit < 0x80 && length <= MOST) {
        return length;
      }
    }
    throw new EOFException("a packet longer than is taken");
  }

  /** Takes the next byte. */
  int octet() {
    return body.get() & 0xff;
  }

  /** Takes the next two bytes as a number. */
  int number() {
    return body.getShort() & 0xffff;
  }

  /** Takes the next text. */
  String text() {
    var bytes = new byte[number()];
    body.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Leaves out the properties of MQTT 5, of which clients need none here. */
  void skipProperties() {
    int length = octet();
    body.position(body.position() + length);
  }
}
