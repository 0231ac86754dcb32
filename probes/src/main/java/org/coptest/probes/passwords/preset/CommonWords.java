package org.coptest.probes.passwords.preset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coptest.probes.passwords.preset.LabelStatistics.Count;

/**
 * Words that passwords are made of in practice: the plain passwords of the bundled list of known
 * credentials.
 *
 * @param words in small letters, of four characters or more
 */
record CommonWords(Set<String> words) {
  private static final String LIST = "/org/coptest/lists/credentials.csv";
  private static final Predicate<String> WORD = text -> text.matches("[a-z][a-z0-9]{3,15}");
  private static final int PASSWORD = 2;

  static CommonWords bundled() {
    var resource =
        Optional.ofNullable(CommonWords.class.getResourceAsStream(LIST))
            .orElseThrow(() -> new IllegalStateException("not on the class path: " + LIST));
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return new CommonWords(
          lines
              .lines()
              .skip(1)
              .filter(line -> line.indexOf('"') < 0)
              .map(line -> List.of(line.split(",", -1)).get(PASSWORD).toLowerCase(Locale.ROOT))
              .filter(WORD)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many labels hold one, and the chance of so many in labels drawn from this alphabet. */
  Count in(List<ProductionLabel> labels, Charset charset) {
    int found =
        (int)
            labels.stream()
                .map(label -> label.password().toLowerCase(Locale.ROOT))
                .filter(text -> words.stream().anyMatch(text::contains))
                .count();
    double expected =
        labels.stream()
            .mapToInt(label -> label.password().length())
            .distinct()
            .mapToDouble(length -> perLabel(length, charset))
            .max()
            .orElse(0);
    return new Count(found, Tails.poisson(found, expected * labels.size()));
  }

  private double perLabel(int length, Charset charset) {
    double expected = 0;
    for (var word : words) {
      double share = Math.max(0, length - word.length() + 1);
      for (int at = 0; at < word.length(); at++) {
        share *= symbols(word.charAt(at), charset) / (double) charset.size();
      }
      expected += share;
    }
    return expected;
  }

  private static int symbols(char small, Charset charset) {
    char capital = Character.toUpperCase(small);
    return (charset.place(small) >= 0 ? 1 : 0)
        + (capital != small && charset.place(capital) >= 0 ? 1 : 0);
  }
}
