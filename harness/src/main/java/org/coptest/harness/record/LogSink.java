package org.coptest.harness.record;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where log lines go; a seam so that a full disk can be rehearsed. */
interface LogSink {

  void write(byte[] bytes, int length) throws IOException;

  void sync() throws IOException;

  void close() throws IOException;

  /**
   * The end of a file. Not a channel: interrupting one device's thread would close a channel for
   * all of them.
   */
  static LogSink appendTo(Path file) throws IOException {
    return new AppendedFile(file);
  }

  /** A file opened for appending. */
  final class AppendedFile implements LogSink {
    private final Path path;
    private final FileOutputStream out;
    private final @Nullable Object inode;

    private AppendedFile(Path path) throws IOException {
      this.path = path;
      this.out = new FileOutputStream(path.toFile(), true);
      this.inode = inode();
    }

    private @Nullable Object inode() throws IOException {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
      out.write(bytes, 0, length);
    }

    @Override
    public void sync() throws IOException {
      out.getFD().sync();
      // A deleted file takes writes without complaint.
      if (!Objects.equals(inode, inode())) {
        throw new NoSuchFileException(path.toString(), null, "another file is in its place");
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
