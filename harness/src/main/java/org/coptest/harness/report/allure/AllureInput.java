package org.coptest.harness.report.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What there is to make pages from.
 *
 * @param folders one per device
 * @param count number of results
 * @param bytes size of everything
 * @param hasCaptures whether something is attached that is no text
 */
record AllureInput(List<Path> folders, int count, long bytes, boolean hasCaptures) {

  static AllureInput of(Path allureResults) throws IOException {
    if (!Files.isDirectory(allureResults)) {
      return new AllureInput(List.of(), 0, 0, false);
    }
    try (var folders = Files.list(allureResults)) {
      return of(folders.filter(Files::isDirectory).sorted().toList());
    }
  }

  private static AllureInput of(List<Path> folders) throws IOException {
    int count = 0;
    long bytes = 0;
    boolean captures = false;
    for (var folder : folders) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (var file : files) {
          count += file.toString().endsWith("-result.json") ? 1 : 0;
          captures |= file.toString().endsWith(".bin");
          bytes += Files.size(file);
        }
      }
    }
    return new AllureInput(folders, count, bytes, captures);
  }
}
