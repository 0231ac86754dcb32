package org.coptest.probes.instrument.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TelnetCodecTest {
  private final TelnetCodec codec = new TelnetCodec();

  @Test
  void agreesToEchoAndGoAheadAndRefusesTheRest() {
    var decoded =
        codec.decode(bytes(255, 251, 1, 255, 251, 3, 255, 251, 31, 255, 253, 24, 'o', 'k'));

    assertThat(new String(decoded.text(), StandardCharsets.US_ASCII)).isEqualTo("ok");
    assertThat(decoded.reply())
        .isEqualTo(bytes(255, 253, 1, 255, 253, 3, 255, 254, 31, 255, 252, 24));
  }

  @Test
  void answersARepeatedRequestOnce() {
    codec.decode(bytes(255, 253, 24));

    assertThat(codec.decode(bytes(255, 253, 24)).reply()).isEmpty();
  }

  @Test
  void leavesOutBlocksAlsoWhenTheyAreSplit() {
    var first = codec.decode(bytes('a', 255, 250, 24, 1));
    var second = codec.decode(bytes(255, 255, 'x', 255, 240, 'b', 255, 255));

    assertThat(first.text()).isEqualTo(bytes('a'));
    assertThat(second.text()).isEqualTo(bytes('b', 255));
  }

  private static byte[] bytes(int... values) {
    var bytes = new ByteArrayOutputStream();
    for (int value : values) {
      bytes.write(value);
    }
    return bytes.toByteArray();
  }
}
