package org.coptest.harness.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.coptest.harness.record.ChainCheck.Break;
import org.coptest.harness.record.ChainCheck.Torn;
import org.coptest.harness.record.LineSplitter.RawLine;

/**
 * Follows the hash chain. A line is handed on once its successor vouches for it; the last line is
 * vouched for by being whole, and by the head that run.json names when there is one.
 */
final class ChainScan {
  /** A flipped bit changes a digit of a hash; another line changes nearly all 64. */
  private static final int ANOTHER_HASH = 32;

  private static final int MOST_TORN = 16;

  private final Consumer<Event> events;
  private final Optional<String> expectedHead;
  private final List<Long> tornLines = new ArrayList<>();
  private final List<RawLine> suspects = new ArrayList<>();
  private Optional<Event> waiting = Optional.empty();
  private Optional<Break> broken = Optional.empty();
  private boolean expectedSeen;
  private long line;
  private long seq;
  private String head = Sha256.NOTHING;
  private String headBefore = Sha256.NOTHING;

  private ChainScan(Optional<String> expectedHead, Consumer<Event> events) {
    this.expectedHead = expectedHead;
    this.expectedSeen = expectedHead.isEmpty();
    this.events = events;
  }

  /**
   * Reads the whole log.
   *
   * @param expectedHead hash of a line that must be there, as run.json names it
   */
  static ChainCheck scan(Path file, Optional<String> expectedHead, Consumer<Event> events)
      throws IOException {
    var scan = new ChainScan(expectedHead, events);
    try (var lines = new LineSplitter(file)) {
      for (var raw = lines.next(); raw.isPresent() && scan.broken.isEmpty(); raw = lines.next()) {
        scan.line++;
        scan.read(raw.get());
      }
    }
    return scan.ended();
  }

  private void read(RawLine raw) {
    var event =
        Event.parse(line, raw.offset(), raw.bytes()).filter(e -> raw.ended() || e.isWhole());
    if (event.filter(this::continues).isPresent()) {
      accept(raw, event.get());
    } else if (event.isEmpty() && suspects.size() < MOST_TORN) {
      suspects.add(raw);
    } else if (event.isEmpty()) {
      broken = Optional.of(new Break(line - suspects.size(), "it is no event"));
    } else {
      broken = Optional.of(misfit(event.get()));
    }
  }

  private boolean continues(Event event) {
    return event.prev().equals(head)
        && event.seq() == seq + 1
        && (suspects.isEmpty() || namesTheTorn(event));
  }

  private boolean namesTheTorn(Event event) {
    try {
      return event.is(EventKind.RESUMED) && event.payload(Resumed.class).torn().equals(torn());
    } catch (RecordFaultException altered) {
      return false;
    }
  }

  private List<Torn> torn() {
    return suspects.stream()
        .map(raw -> new Torn(raw.bytes().length, Sha256.hex(raw.bytes())))
        .toList();
  }

  private void accept(RawLine raw, Event event) {
    for (long torn = line - suspects.size(); torn < line; torn++) {
      tornLines.add(torn);
    }
    suspects.clear();
    waiting.ifPresent(events);
    waiting = Optional.of(event);
    headBefore = head;
    head = Sha256.hex(raw.bytes());
    seq = event.seq();
    expectedSeen |= expectedHead.filter(head::equals).isPresent();
  }

  private Break misfit(Event event) {
    if (waiting.filter(before -> !before.isWhole()).isPresent()) {
      return withdrawn("it is no whole event");
    }
    if (!suspects.isEmpty()) {
      return new Break(line - suspects.size(), "it is no event, and no resume names it as torn");
    }
    if (event.seq() != seq + 1) {
      return new Break(line, "its seq is %d where %d belongs".formatted(event.seq(), seq + 1));
    }
    if (waiting.isEmpty()
        || event.prev().length() != head.length()
        || differing(event.prev(), head) < ANOTHER_HASH) {
      return new Break(line, "its prev is not the hash of the line before");
    }
    return withdrawn("the line after it names another hash for it");
  }

  /** The line that waits for its successor is not vouched for after all. */
  private Break withdrawn(String why) {
    var at = waiting.map(Event::line).orElse(line);
    waiting = Optional.empty();
    head = headBefore;
    seq--;
    return new Break(at, why);
  }

  private static long differing(String one, String other) {
    return IntStream.range(0, one.length()).filter(i -> one.charAt(i) != other.charAt(i)).count();
  }

  private ChainCheck ended() {
    if (broken.isEmpty()) {
      broken = brokenAtTheEnd();
    }
    waiting.ifPresent(events);
    var tail = broken.isEmpty() ? torn() : List.<Torn>of();
    return new ChainCheck(seq, head, broken, List.copyOf(tornLines), tail);
  }

  private Optional<Break> brokenAtTheEnd() {
    if (waiting.filter(last -> !last.isWhole()).isPresent()) {
      return Optional.of(withdrawn("it is no whole event"));
    }
    if (!suspects.stream().allMatch(ChainScan::seemsCut)) {
      return Optional.of(new Break(line - suspects.size() + 1, "it is no event"));
    }
    return expectedSeen ? Optional.empty() : Optional.of(headless());
  }

  private Break headless() {
    var why = "the log does not lead to the head that run.json names";
    return suspects.isEmpty() ? withdrawn(why) : new Break(line - suspects.size() + 1, why);
  }

  /** A line that was written to its end closes its object; a later crash can still add the LF. */
  private static boolean seemsCut(RawLine raw) {
    return !raw.ended() || raw.bytes().length == 0 || raw.bytes()[raw.bytes().length - 1] != '}';
  }
}
