package org.coptest.harness.record;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file line by line as bytes, each at most 64 MiB. */
final class LineSplitter implements AutoCloseable {
  private final FileInputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int end;
  private long offset;

  LineSplitter(Path file) throws IOException {
    in = new FileInputStream(file.toFile());
  }

  /** A line; {@code ended} tells whether an LF follows. */
  @SuppressWarnings("ArrayRecordComponent")
  record RawLine(long offset, byte[] bytes, boolean ended) {
    long next() {
      return offset + bytes.length + (ended ? 1 : 0);
    }
  }

  /** The next line, or empty at the end of the file. */
  Optional<RawLine> next() throws IOException {
    var line = new ByteArrayOutputStream(512);
    long start = offset;
    while (fill()) {
      int at = from;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, from, at - from);
      boolean ended = at < end;
      offset += at - from + (ended ? 1 : 0);
      from = ended ? at + 1 : at;
      if (ended || line.size() > RecordJson.MAX_BYTES) {
        return Optional.of(new RawLine(start, line.toByteArray(), ended));
      }
    }
    return line.size() == 0
        ? Optional.empty()
        : Optional.of(new RawLine(start, line.toByteArray(), false));
  }

  private boolean fill() throws IOException {
    if (from == end) {
      from = 0;
      end = Math.max(0, in.read(buffer));
    }
    return from < end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
