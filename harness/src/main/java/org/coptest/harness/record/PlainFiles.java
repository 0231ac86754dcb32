package org.coptest.harness.record;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Whole files by streams. Not by channels: a thread that is being stopped must still be able to
 * record that it was.
 */
final class PlainFiles {
  private PlainFiles() {}

  static byte[] read(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile())) {
      return in.readAllBytes();
    }
  }

  /**
   * Writes a file of the campaign.
   *
   * @throws RecordFaultException when the disk does not take it
   */
  static void write(CampaignFolder folder, Path file, byte[] bytes) {
    try (var out = new FileOutputStream(file.toFile())) {
      out.write(bytes);
    } catch (IOException failed) {
      throw new RecordFaultException(
          "%s cannot be written (%s); mend the disk, then coptest run --resume"
              .formatted(folder.relative(file), failed.getMessage()),
          failed);
    }
  }
}
