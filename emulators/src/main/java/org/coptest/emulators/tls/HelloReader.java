package org.coptest.emulators.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Reads the first handshake message of a client, which may span records. */
final class HelloReader {

  private static final int HANDSHAKE_RECORD = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int RECORD_HEADER = 5;
  private static final int MESSAGE_HEADER = 4;
  private static final int MAX_RECORD = 16_384;
  private static final int MAX_MESSAGE = 65_536;

  private final InputStream in;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  HelloReader(InputStream in) {
    this.in = in;
  }

  /** The hello; empty when something else came. */
  Optional<ClientHello> next() throws IOException {
    while (!complete()) {
      if (message.size() > MAX_MESSAGE || !record()) {
        return Optional.empty();
      }
    }
    var body = Arrays.copyOfRange(message.toByteArray(), MESSAGE_HEADER, MESSAGE_HEADER + length());
    return ClientHello.parse(read.toByteArray(), body);
  }

  private boolean complete() {
    return message.size() >= MESSAGE_HEADER && message.size() >= MESSAGE_HEADER + length();
  }

  private int length() {
    return ByteBuffer.wrap(message.toByteArray()).getInt() & 0xffffff;
  }

  private boolean record() throws IOException {
    var header = in.readNBytes(RECORD_HEADER);
    read.writeBytes(header);
    if (header.length < RECORD_HEADER || header[0] != HANDSHAKE_RECORD) {
      return false;
    }
    var size = ByteBuffer.wrap(header).getShort(3) & 0xffff;
    if (size == 0 || size > MAX_RECORD) {
      return false;
    }
    var body = in.readNBytes(size);
    read.writeBytes(body);
    message.writeBytes(body);
    return body.length == size && message.toByteArray()[0] == CLIENT_HELLO;
  }
}
