package org.coptest.spi.net;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A set of ports as ascending ranges; small in the record even when it holds 65,535. */
public record PortSet(List<PortRange> ranges) {

  /** No port. */
  public static PortSet none() {
    return new PortSet(List.of());
  }

  /** Every port from 1 to 65535. */
  public static PortSet all() {
    return new PortSet(List.of(new PortRange(1, 65_535)));
  }

  /** These ports. */
  public static PortSet of(Collection<Integer> ports) {
    var bits = new BitSet();
    ports.forEach(bits::set);
    return of(bits);
  }

  /** The ports whose bit is set. */
  public static PortSet of(BitSet bits) {
    var ranges = new ArrayList<PortRange>();
    for (int first = bits.nextSetBit(0); first >= 0; ) {
      int end = bits.nextClearBit(first);
      ranges.add(new PortRange(first, end - 1));
      first = bits.nextSetBit(end);
    }
    return new PortSet(List.copyOf(ranges));
  }

  /** The ports as bits. */
  public BitSet bits() {
    var bits = new BitSet();
    ranges.forEach(range -> bits.set(range.first(), range.last() + 1));
    return bits;
  }

  /** The ports in ascending order. */
  public IntStream ports() {
    return bits().stream();
  }

  /** Whether it holds this port. */
  public boolean contains(int port) {
    return ranges.stream().anyMatch(range -> range.first() <= port && port <= range.last());
  }

  /** Ports in both. */
  public PortSet and(PortSet other) {
    var bits = bits();
    bits.and(other.bits());
    return of(bits);
  }

  /** Ports in either. */
  public PortSet or(PortSet other) {
    var bits = bits();
    bits.or(other.bits());
    return of(bits);
  }

  /** Ports here and not there. */
  public PortSet minus(PortSet other) {
    var bits = bits();
    bits.andNot(other.bits());
    return of(bits);
  }

  /** How many. */
  public int size() {
    return bits().cardinality();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** As people write it: {@code 22, 80-82}. */
  public String text() {
    return ranges.stream()
        .map(r -> r.first() == r.last() ? "" + r.first() : r.first() + "-" + r.last())
        .collect(Collectors.joining(", "));
  }
}
