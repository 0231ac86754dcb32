package org.coptest.bench.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies in a folder and below. */
record Written(long files, long bytes) {

  static Written below(Path folder) throws IOException {
    long files = 0;
    long bytes = 0;
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files++;
        bytes += Files.size(file);
      }
    }
    return new Written(files, bytes);
  }
}
