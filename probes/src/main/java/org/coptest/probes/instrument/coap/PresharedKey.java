package org.coptest.probes.instrument.coap;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.coptest.probes.instrument.login.Candidate;

/** Identity and key of a candidate as DTLS takes them (RFC 4279); {@code hex:} is for bytes. */
record PresharedKey(byte[] identity, byte[] key) {
  private static final String HEX = "hex:";

  static PresharedKey of(Candidate candidate) {
    return new PresharedKey(
        candidate.user().getBytes(StandardCharsets.UTF_8), key(candidate.password()));
  }

  private static byte[] key(String text) {
    if (text.toLowerCase(Locale.ROOT).matches(HEX + "([0-9a-f]{2})+")) {
      return HexFormat.of().parseHex(text.substring(HEX.length()));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
