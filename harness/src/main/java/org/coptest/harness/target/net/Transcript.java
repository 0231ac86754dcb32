package org.coptest.harness.target.net;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What went over one connection, with UTC and monotonic times; bounded, and clean of the secrets
 * hidden until it is taken. It can be taken more than once: each part goes on where the last ended.
 */
final class Transcript {
  private static final int MOST_EVENTS = 1_000;
  private static final int ROOM_FOR_NOTES = 20;
  private final String heading;
  private final BenchTime time;
  private final long start;
  private final TranscriptSide sent;
  private final TranscriptSide received;
  private final Redaction redaction;
  private final List<Event> events = new ArrayList<>();
  private int left;
  private boolean changed = true;

  Transcript(String heading, int shownBytes, Redaction redaction, BenchTime time) {
    this.heading = heading;
    this.time = time;
    this.start = time.nanos();
    this.sent = new TranscriptSide(shownBytes);
    this.received = new TranscriptSide(shownBytes);
    this.redaction = redaction;
  }

  synchronized void sent(byte[] bytes, int length) {
    add(Mark.SENT, sent.total(), length, "");
    sent.add(bytes, length);
  }

  synchronized void received(byte[] bytes, int length) {
    add(Mark.RECEIVED, received.total(), length, "");
    received.add(bytes, length);
  }

  synchronized void note(String text) {
    add(Mark.NOTE, 0, 0, text);
  }

  synchronized long bytesReceived() {
    return received.total();
  }

  /** Whether any byte was sent or received. */
  synchronized boolean hasBytes() {
    return sent.total() + received.total() > 0;
  }

  /** Whether something was added since it was last taken. */
  synchronized boolean hasNews() {
    return changed;
  }

  /** The text of what was added since the last time. */
  synchronized byte[] take() {
    var out = new StringBuilder(heading).append('\n');
    var sentView = sent.view(redaction);
    var receivedView = received.view(redaction);
    for (var event : events) {
      append(out, event, event.mark() == Mark.SENT ? sentView : receivedView);
    }
    if (left > 0) {
      out.append(left).append(" more sends and receives are only counted\n");
    }
    out.append("sent in all: ").append(sent.summary());
    out.append("\nreceived in all: ").append(received.summary()).append('\n');
    events.clear();
    left = 0;
    changed = false;
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void add(Mark mark, long from, int length, String text) {
    changed = true;
    if (events.size() < (mark == Mark.NOTE ? MOST_EVENTS + ROOM_FOR_NOTES : MOST_EVENTS)) {
      events.add(new Event(time.utc(), time.nanos() - start, mark, from, length, text));
    } else {
      left++;
    }
  }

  private void append(StringBuilder out, Event event, TranscriptSide.View view) {
    out.append(event.utc()).append(" +");
    out.append(Duration.ofNanos(event.sinceStart()).toMillis()).append(" ms ");
    if (event.mark() == Mark.NOTE) {
      out.append(redaction.apply(event.text())).append('\n');
    } else {
      out.append(event.mark() == Mark.SENT ? "sent " : "received ");
      out.append(event.length()).append(" bytes\n");
      view.show(out, event.from(), event.length());
    }
  }

  private enum Mark {
    SENT,
    RECEIVED,
    NOTE
  }

  private record Event(
      Instant utc, long sinceStart, Mark mark, long from, int length, String text) {}
}
