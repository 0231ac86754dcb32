package org.coptest.harness.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only writer of events.jsonl. A line is with the operating system when {@link #append}
 * returns, so killing this process loses none; it is on the disk 100 ms later.
 */
final class EventLog implements AutoCloseable {
  private static final long SYNC_MILLIS = 100;

  private final LogSink sink;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock syncLock = new ReentrantLock();
  private final MessageDigest digest = Sha256.digest();
  private final Line line = new Line();
  private final ScheduledExecutorService syncer;
  private long seq;
  private long offset;
  private volatile String head;
  private volatile boolean dirty;
  private volatile Optional<RecordFaultException> fault = Optional.empty();

  /** Continues after what the tail describes. */
  EventLog(LogSink sink, Clock clock, LogTail tail) {
    this.sink = sink;
    this.clock = clock;
    this.seq = tail.seq();
    this.offset = tail.offset();
    this.head = tail.head();
    this.syncer =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("record-sync").unstarted(task));
    syncer.scheduleWithFixedDelay(
        this::syncQuietly, SYNC_MILLIS, SYNC_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Where a log ends: its last sequence number, its length and the hash of its last line. */
  record LogTail(long seq, long offset, String head) {
    static LogTail empty() {
      return new LogTail(0, 0, Sha256.NOTHING);
    }
  }

  /** A growing line that is used again. */
  private static final class Line extends ByteArrayOutputStream {
    byte[] buffer() {
      return buf;
    }

    void trim() {
      if (buf.length > 1 << 20) {
        buf = new byte[1 << 10];
      }
      reset();
    }
  }

  /** Appends one event; returns where its line lies. */
  Span append(EventKind kind, String target, byte[] payload) {
    return append("", kind, target, payload);
  }

  /** As above, after ending a torn line with {@code before}. */
  Span append(String before, EventKind kind, String target, byte[] payload) {
    lock.lock();
    try {
      fault.ifPresent(EventLog::rethrow);
      compose(before, kind, target, payload);
      return written(before.length());
    } finally {
      line.trim();
      lock.unlock();
    }
  }

  private static void rethrow(RecordFaultException first) {
    throw new RecordFaultException(String.valueOf(first.getMessage()), first);
  }

  private void compose(String before, EventKind kind, String target, byte[] payload) {
    if (payload.length > RecordJson.MAX_BYTES - 1024) {
      throw new IllegalArgumentException(
          "%s of %d bytes is more than a line may hold".formatted(kind.text(), payload.length));
    }
    line.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    line.writeBytes(Event.head(seq + 1, clock.millis(), head, kind, target));
    line.writeBytes(payload);
    line.write('}');
    line.write('\n');
  }

  private Span written(int skipped) {
    int length = line.size() - skipped - 1;
    digest.update(line.buffer(), skipped, length);
    var hash = HexFormat.of().formatHex(digest.digest());
    try {
      sink.write(line.buffer(), line.size());
    } catch (IOException failed) {
      throw failed(failed);
    }
    var span = new Span(offset + skipped, length);
    offset += line.size();
    seq++;
    head = hash;
    dirty = true;
    return span;
  }

  private RecordFaultException failed(IOException origin) {
    var broken =
        new RecordFaultException(
            "events.jsonl cannot be written (%s); mend the disk, then coptest run --resume"
                .formatted(origin.getMessage()),
            origin);
    // After a failed write the end of the file is unknown: only a resume may go on from there.
    fault = Optional.of(broken);
    return broken;
  }

  /** Returns when everything appended so far is on the disk. */
  void sync() {
    fault.ifPresent(EventLog::rethrow);
    syncLock.lock();
    try {
      if (dirty) {
        dirty = false;
        sink.sync();
      }
    } catch (IOException failed) {
      throw failed(failed);
    } finally {
      syncLock.unlock();
    }
  }

  private void syncQuietly() {
    try {
      sync();
    } catch (RecordFaultException kept) {
      // The next append reports it: whoever writes then can be told.
      dirty = false;
    }
  }

  /** Hash of the last line. */
  String head() {
    return head;
  }

  @Override
  public void close() {
    syncer.shutdown();
    lock.lock();
    try {
      syncQuietly();
      if (fault.isEmpty()) {
        fault = Optional.of(new RecordFaultException("the record of this campaign is closed"));
      }
      sink.close();
    } catch (IOException late) {
      // Synced before, so nothing is lost by a close that fails.
      dirty = false;
    } finally {
      lock.unlock();
    }
  }
}
