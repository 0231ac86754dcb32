package org.coptest.harness.record;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A growing list of places in the log, 12 bytes each: a big run has a million. */
final class Spans {
  private long[] offsets = {};
  private int[] lengths = {};
  private int size;

  synchronized void add(Span span) {
    set(size, span);
  }

  synchronized void set(int index, Span span) {
    if (index >= offsets.length) {
      int capacity = Math.max(4, index + 1 + index / 2);
      offsets = Arrays.copyOf(offsets, capacity);
      lengths = Arrays.copyOf(lengths, capacity);
    }
    offsets[index] = span.offset();
    lengths[index] = span.length();
    size = Math.max(size, index + 1);
  }

  synchronized Optional<Span> get(int index) {
    return index >= 0 && index < size && lengths[index] > 0
        ? Optional.of(new Span(offsets[index], lengths[index]))
        : Optional.empty();
  }

  synchronized Optional<Span> last() {
    return get(size - 1);
  }

  synchronized int size() {
    return size;
  }

  synchronized void clear() {
    size = 0;
  }

  Stream<Span> stream() {
    return IntStream.range(0, size()).mapToObj(this::get).flatMap(Optional::stream);
  }
}
