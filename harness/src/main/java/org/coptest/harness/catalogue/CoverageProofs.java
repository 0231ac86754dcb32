package org.coptest.harness.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The test cases that pairs of emulated devices prove; the list is verified by tests. */
public final class CoverageProofs {

  /** Where the list lies on the class path: one test case id a line, {@code #} for remarks. */
  public static final String RESOURCE = "org/coptest/coverage-proofs.txt";

  private CoverageProofs() {}

  /** The ids listed on the class path that this loader sees; none when there is no list. */
  public static Set<String> load(ClassLoader loader) {
    try (var in = loader.getResourceAsStream(RESOURCE)) {
      return in == null ? Set.of() : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  static Set<String> parse(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
