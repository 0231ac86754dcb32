package org.coptest.probes.passwords.preset;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The forms an identifier takes before anything is computed from it: cases, separators, reversed,
 * byte-swapped, neighbours of a MAC, hex as decimal. Equal texts stay under each of their names, so
 * that a rule has the same name on every sample.
 */
final class Forms {
  private static final int NEIGHBOURS = 8;
  private static final Map<String, Function<String, String>> CASES = cases();
  private static final Map<String, Function<String, String>> PARTS = parts();

  private Forms() {}

  private static Map<String, Function<String, String>> cases() {
    var all = new LinkedHashMap<String, Function<String, String>>();
    all.put("raw", text -> text);
    all.put("lower", text -> text.toLowerCase(Locale.ROOT));
    all.put("upper", text -> text.toUpperCase(Locale.ROOT));
    all.put("bare", Forms::bare);
    all.put("bare-lower", text -> bare(text).toLowerCase(Locale.ROOT));
    all.put("bare-upper", text -> bare(text).toUpperCase(Locale.ROOT));
    return all;
  }

  private static Map<String, Function<String, String>> parts() {
    var all = new LinkedHashMap<String, Function<String, String>>();
    for (int n : List.of(4, 6, 8)) {
      all.put("last-" + n, text -> text.substring(Math.max(0, text.length() - n)));
    }
    all.put("first-6", text -> text.substring(0, Math.min(6, text.length())));
    all.put("digits", text -> text.replaceAll("[^0-9]", ""));
    return all;
  }

  /** The plain cases: what other texts are put beside. */
  static Map<String, String> plain(Identifier identifier) {
    return applied(identifier.kind() + ".", CASES, identifier.value());
  }

  /** Every form of one identifier, by name. */
  static Map<String, String> of(Identifier identifier) {
    var all = new LinkedHashMap<String, String>(plain(identifier));
    plain(identifier)
        .forEach((name, text) -> {
          all.put(name + ".reversed", new StringBuilder(text).reverse().toString());
          if (isHex(text) && text.length() % 2 == 0) {
            all.put(name + ".byte-swapped", byteSwapped(text));
          }
        });
    var bare = bare(identifier.value());
    if (isHex(bare)) {
      all.put(identifier.kind() + ".decimal", new BigInteger(bare, 16).toString());
      parts()
          .forEach((name, part) -> {
            var hex = part.apply(bare);
            if (!hex.isEmpty()) {
              all.put(
                  identifier.kind() + "." + name + ".decimal", new BigInteger(hex, 16).toString());
            }
          });
    }
    if (identifier.isMac() && bare.length() == 12 && isHex(bare)) {
      neighbours(identifier.kind(), new BigInteger(bare, 16), all);
    }
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /** Pieces of a form that are hashed or put beside others: its ends and its digits. */
  static Map<String, String> parts(String name, String text) {
    return applied(name + ".", PARTS, text);
  }

  /** Wi-Fi and LAN of one device have neighbouring addresses. */
  private static void neighbours(String kind, BigInteger mac, Map<String, String> all) {
    for (int step = -NEIGHBOURS; step <= NEIGHBOURS; step++) {
      var moved = mac.add(BigInteger.valueOf(step)).mod(BigInteger.ONE.shiftLeft(48));
      if (step != 0) {
        var bare = "%012x".formatted(moved);
        var name = "%s%+d.".formatted(kind, step);
        all.putAll(applied(name, CASES, bare.replaceAll("(..)(?!$)", "$1:")));
        all.put(name + "decimal", moved.toString());
      }
    }
  }

  private static Map<String, String> applied(
      String prefix, Map<String, Function<String, String>> functions, String text) {
    return functions.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> prefix + entry.getKey(),
                entry -> entry.getValue().apply(text),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String byteSwapped(String hex) {
    var swapped = new StringBuilder();
    for (int at = hex.length() - 2; at >= 0; at -= 2) {
      swapped.append(hex, at, at + 2);
    }
    return swapped.toString();
  }

  private static boolean isHex(String text) {
    return !text.isEmpty() && text.matches("[0-9a-fA-F]+");
  }
}
