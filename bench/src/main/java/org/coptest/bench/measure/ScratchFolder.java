package org.coptest.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that is gone with everything in it when closed. */
public record ScratchFolder(Path path) implements AutoCloseable {

  /** Makes one in the place for temporary files. */
  public static ScratchFolder make() {
    try {
      return new ScratchFolder(Files.createTempDirectory("coptest-bench"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    try (var all = Files.walk(path)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
