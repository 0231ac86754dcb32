package org.coptest.probes.instrument.coap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A confirmable GET of one path (RFC 7252 3), with a token to know its answer by. */
final class CoapRequest {
  private static final int GET = 1;
  private static final int CONFIRMABLE = 0;
  private static final int TOKEN = 4;
  private static final int URI_PATH = 11;
  private static final int MOST_SEGMENT = 255;
  private static final int CONTENT = 2 << 5 | 5;
  private final byte[] bytes;
  private final byte[] token = new byte[TOKEN];

  CoapRequest(String path, RandomGenerator random) {
    random.nextBytes(token);
    var out = new ByteArrayOutputStream();
    out.write(1 << 6 | CONFIRMABLE << 4 | TOKEN);
    out.write(GET);
    out.write(random.nextInt(256));
    out.write(random.nextInt(256));
    out.writeBytes(token);
    int before = 0;
    for (var segment : path.split("/", -1)) {
      var name = segment.getBytes(StandardCharsets.UTF_8);
      if (name.length > 0 && name.length <= MOST_SEGMENT) {
        option(out, URI_PATH - before, name);
        before = URI_PATH;
      }
    }
    this.bytes = out.toByteArray();
  }

  private static void option(ByteArrayOutputStream out, int delta, byte[] value) {
    boolean longer = value.length > 12;
    out.write(delta << 4 | (longer ? 13 : value.length));
    if (longer) {
      out.write(value.length - 13);
    }
    out.writeBytes(value);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The code of an answer to this, such as 69 for 2.05; -1 for anything else. */
  int codeOf(byte[] message) {
    boolean answers =
        message.length >= 4 + TOKEN
            && (message[0] & 0xcf) == (1 << 6 | TOKEN)
            && Arrays.equals(Arrays.copyOfRange(message, 4, 4 + TOKEN), token);
    return answers && message[1] != GET ? message[1] & 0xff : -1;
  }

  /** Whether this code is 2.05 Content. */
  static boolean content(int code) {
    return code == CONTENT;
  }

  /** As people write it: 2.05. */
  static String text(int code) {
    return "%d.%02d".formatted(code >> 5, code & 0x1f);
  }
}
