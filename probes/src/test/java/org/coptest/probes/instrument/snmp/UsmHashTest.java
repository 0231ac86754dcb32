package org.coptest.probes.instrument.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class UsmHashTest {
  private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");

  @Test
  void localizesKeysAsTheStandardShows() {
    // RFC 3414 A.3.1 and A.3.2
    assertThat(UsmHash.MD5.key("maplesyrup", ENGINE))
        .isEqualTo(HexFormat.of().parseHex("526f5eed9fcce26f8964c2930787d82b"));
    assertThat(UsmHash.SHA.key("maplesyrup", ENGINE))
        .isEqualTo(HexFormat.of().parseHex("6695febc9288e36282235fc7151f128497b38f3f"));
  }
}
