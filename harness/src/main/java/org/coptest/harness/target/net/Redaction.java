package org.coptest.harness.target.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hides secrets in bytes before they are stored, and says in their place how long they were. */
final class Redaction {
  private final byte[] salt;
  private final List<HiddenSecret> secrets = new CopyOnWriteArrayList<>();

  /** {@code salt} is per run, so that equal secrets can be told within a run and not beyond. */
  Redaction(byte[] salt) {
    this.salt = salt.clone();
  }

  /** The parts of these bytes to hide, in order and apart from each other. */
  List<Mask> masks(byte[] data) {
    var found = new ArrayList<Mask>();
    secrets.forEach(secret -> found.addAll(secret.masks(data)));
    found.sort(
        Comparator.comparingInt(Mask::from).thenComparing(Mask::to, Comparator.reverseOrder()));
    return joined(found);
  }

  /** Hides this text from now on. */
  void hide(String secret) {
    if (!secret.isEmpty() && secrets.stream().noneMatch(known -> known.is(secret))) {
      secrets.add(new HiddenSecret(secret, label(secret)));
    }
  }

  /** The text with every secret replaced. */
  String apply(String text) {
    var data = text.getBytes(StandardCharsets.UTF_8);
    var masks = masks(data);
    var clean = new StringBuilder();
    int at = 0;
    for (var mask : masks) {
      clean.append(new String(data, at, mask.from() - at, StandardCharsets.UTF_8));
      clean.append(mask.label());
      at = mask.to();
    }
    return masks.isEmpty()
        ? text
        : clean.append(new String(data, at, data.length - at, StandardCharsets.UTF_8)).toString();
  }

  private String label(String secret) {
    return "[secret len=%d charset=%s sha256=%s]"
        .formatted(secret.codePointCount(0, secret.length()), charset(secret), digest(secret));
  }

  private String digest(String secret) {
    var sha256 = Sha256.start();
    sha256.update(salt);
    sha256.update(secret.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha256.digest()).substring(0, 8);
  }

  private static String charset(String secret) {
    var kinds = new StringBuilder();
    kinds.append(secret.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? "a" : "");
    kinds.append(secret.chars().anyMatch(c -> c >= 'A' && c <= 'Z') ? "A" : "");
    kinds.append(secret.chars().anyMatch(c -> c >= '0' && c <= '9') ? "d" : "");
    kinds.append(secret.chars().anyMatch(c -> c < 128 && !isAlphanumeric(c)) ? "s" : "");
    kinds.append(secret.chars().anyMatch(c -> c >= 128) ? "u" : "");
    return kinds.toString();
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  // Overlapping secrets become one hidden stretch: a tail left over would give part of one away.
  private static List<Mask> joined(List<Mask> sorted) {
    var joined = new ArrayList<Mask>();
    for (var mask : sorted) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && mask.from() < last.to()) {
        joined.set(
            joined.size() - 1, new Mask(last.from(), Math.max(last.to(), mask.to()), last.label()));
      } else {
        joined.add(mask);
      }
    }
    return joined;
  }

  /**
   * A stretch to hide.
   *
   * @param from first byte
   * @param to byte after the last
   * @param label what stands in its place
   */
  record Mask(int from, int to, String label) {}
}
