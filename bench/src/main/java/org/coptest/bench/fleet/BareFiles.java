package org.coptest.bench.fleet;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.coptest.bench.measure.Meter;

/**
 * What the disk alone asks for one small file, at the load of the moment: a campaign of a thousand
 * devices makes a hundred thousand of them.
 */
record BareFiles(Duration wall, Duration processor) {
  private static final int FILES = 4_000;
  private static final int TO_A_FOLDER = 80;
  private static final int SIZE = 3_000;

  static BareFiles measured(Path scratch) throws IOException {
    var body = new byte[SIZE];
    var meter = new Meter();
    var folder = scratch;
    for (int i = 0; i < FILES; i++) {
      if (i % TO_A_FOLDER == 0) {
        folder = Files.createDirectories(scratch.resolve("bare").resolve("" + i / TO_A_FOLDER));
      }
      try (var file = new FileOutputStream(folder.resolve(i + ".json").toFile())) {
        file.write(body);
      }
    }
    var cost = meter.read();
    return new BareFiles(cost.wall().dividedBy(FILES), cost.processor().dividedBy(FILES));
  }
}
