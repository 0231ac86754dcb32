package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.stream.IntStream;
import org.coptest.spi.Bench;
import org.coptest.spi.declaration.Target;

/** The declarations of the device and of its further samples. */
final class DeclaredSamples {
  private DeclaredSamples() {}

  static List<Target> of(Bench bench) {
    return IntStream.rangeClosed(0, bench.declared().samples().size())
        .mapToObj(bench::declaredSample)
        .toList();
  }
}
