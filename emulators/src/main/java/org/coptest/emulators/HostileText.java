package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that does harm wherever it is shown without being quoted first. */
final class HostileText {

  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");
  private static final int HEX = 16;

  private HostileText() {}

  /** The payloads of {@code hostile-payloads.txt}. */
  static List<String> payloads() {
    return lines()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(HostileText::unescape)
        .toList();
  }

  /** All of them that fit on a line, in one line. */
  static String line() {
    return payloads().stream()
        .filter(text -> text.indexOf('\0') < 0)
        .collect(Collectors.joining(" "));
  }

  private static String lines() {
    try (var in = HostileText.class.getResourceAsStream("hostile-payloads.txt")) {
      return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the payloads are part of this jar", e);
    }
  }

  private static String unescape(String text) {
    var bytes =
        ESCAPE
            .matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), HEX))));
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
