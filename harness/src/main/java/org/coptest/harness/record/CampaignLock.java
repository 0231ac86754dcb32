package org.coptest.harness.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps two processes from writing one campaign; a killed process holds nothing. */
final class CampaignLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private CampaignLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The lock, or empty when another campaign writes there. */
  static Optional<CampaignLock> on(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new CampaignLock(file, channel));
      }
    } catch (OverlappingFileLockException sameProcess) {
      // Falls through: taken is taken, whoever holds it.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException gone) {
      // The operating system lets go of it at the latest when this process ends.
      return;
    }
  }
}
