package org.coptest.harness.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;

/** Reads single lines of the log by their place. */
final class LineFile implements AutoCloseable {
  private final RandomAccessFile file;

  LineFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
  }

  <T> T payload(Span span, Class<T> type) {
    return read(span).payload(type);
  }

  Instant time(Span span) {
    return read(span).time();
  }

  private synchronized byte[] bytes(Span span) throws IOException {
    var bytes = new byte[span.length()];
    file.seek(span.offset());
    file.readFully(bytes);
    return bytes;
  }

  Event read(Span span) {
    try {
      return Event.parse(0, span.offset(), bytes(span))
          .orElseThrow(() -> new IOException("no event at byte " + span.offset()));
    } catch (IOException failed) {
      throw new RecordFaultException(
          "events.jsonl cannot be read back (%s); check the disk".formatted(failed.getMessage()),
          failed);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException late) {
      throw new RecordFaultException("events.jsonl cannot be closed", late);
    }
  }
}
