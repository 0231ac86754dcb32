package org.coptest.harness.record;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers in file names, so that a file left by a crash is never written over. */
final class FileNumbers {
  private static final Pattern NUMBER = Pattern.compile("(?:[A-Z]-)?(\\d{4,9})-.*");

  private FileNumbers() {}

  /** The highest number in use in this folder, or 0. */
  static int highest(Path folder) {
    return Stream.of(Optional.ofNullable(folder.toFile().listFiles()).orElse(new File[0]))
        .map(file -> NUMBER.matcher(file.getName()))
        .filter(name -> name.matches())
        .mapToInt(name -> Integer.parseInt(name.group(1)))
        .max()
        .orElse(0);
  }
}
