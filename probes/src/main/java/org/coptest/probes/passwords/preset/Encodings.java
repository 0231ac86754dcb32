package org.coptest.probes.passwords.preset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The ways in which bytes become the characters of a password, each under the name rules show. */
final class Encodings {
  private static final String DIGITS = "0123456789";
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String CAPITAL = SMALL.toUpperCase(Locale.ROOT);
  private static final String BASE32 = CAPITAL + "234567";
  private static final List<Encoding> USUAL =
      List.of(
          new Encoding("hex", DIGITS + "abcdef", HexFormat.of()::formatHex),
          new Encoding("HEX", DIGITS + "ABCDEF", HexFormat.of().withUpperCase()::formatHex),
          new Encoding("base32", BASE32, Encodings::base32),
          new Encoding(
              "base32-small",
              BASE32.toLowerCase(Locale.ROOT),
              bytes -> base32(bytes).toLowerCase(Locale.ROOT)),
          new Encoding("base36", DIGITS + SMALL, bytes -> number(bytes).toString(36)),
          new Encoding(
              "BASE36",
              DIGITS + CAPITAL,
              bytes -> number(bytes).toString(36).toUpperCase(Locale.ROOT)),
          new Encoding(
              "base64", CAPITAL + SMALL + DIGITS + "+/=", Base64.getEncoder()::encodeToString),
          new Encoding(
              "base64url",
              CAPITAL + SMALL + DIGITS + "-_",
              Base64.getUrlEncoder().withoutPadding()::encodeToString),
          new Encoding("decimal", DIGITS, bytes -> number(bytes).toString()));

  /**
   * One way.
   *
   * @param alphabet the characters it may give; it cannot give a password with any other
   */
  record Encoding(String name, String alphabet, Function<byte[], String> function) {
    boolean canGive(String password) {
      return password.chars().allMatch(c -> alphabet.indexOf(c) >= 0);
    }
  }

  private Encodings() {}

  /** The usual ones, and each byte modulo the size of each of these alphabets. */
  static List<Encoding> with(Collection<Charset> charsets) {
    var all = new ArrayList<>(USUAL);
    charsets.stream()
        .distinct()
        .map(Charset::symbols)
        .map(symbols -> new Encoding("charset-mod", symbols, bytes -> modulo(bytes, symbols)))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** The plainest one, for passwords that are known to be made with it. */
  static List<Encoding> hexOnly() {
    return USUAL.subList(0, 1);
  }

  private static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  private static String modulo(byte[] bytes, String symbols) {
    var text = new StringBuilder();
    for (byte b : bytes) {
      text.append(symbols.charAt((b & 0xff) % symbols.length()));
    }
    return text.toString();
  }

  /** RFC 4648 section 6, without padding. */
  private static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << 8 | (b & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(held >> bits & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
  }
}
