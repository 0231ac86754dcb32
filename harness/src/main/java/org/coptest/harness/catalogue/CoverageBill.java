package org.coptest.harness.catalogue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many test cases of each guideline are decided by what; every case is counted once.
 *
 * @param lines one per guideline, in the order of the Code
 */
public record CoverageBill(List<Line> lines) {

  /** The counts of one guideline; every coverage is a key. */
  public record Line(String guideline, String title, Map<Coverage, Integer> counts) {

    /** Copies its map. */
    public Line {
      counts = Map.copyOf(counts);
    }

    /** How many cases are decided this way. */
    public int count(Coverage coverage) {
      return counts.getOrDefault(coverage, 0);
    }

    /** How many cases there are. */
    public int cases() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Copies its list. */
  public CoverageBill {
    lines = List.copyOf(lines);
  }

  /**
   * Draws up the bill.
   *
   * @param proven ids of the test cases that a pair of devices proves
   * @throws IllegalArgumentException when a proof names a case that the catalogue does not have
   */
  public static CoverageBill of(Catalogue catalogue, Set<String> proven) {
    var unknown = new TreeSet<>(proven);
    catalogue.cases().forEach(testCase -> unknown.remove(testCase.id()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "coverage proofs name test cases that the catalogue does not have: " + unknown);
    }
    return new CoverageBill(
        catalogue.guidelines().stream().map(guideline -> line(guideline, proven)).toList());
  }

  /** How one case is decided: proven, or by whatever its units need most. */
  public static Coverage coverage(TestCase testCase, Set<String> proven) {
    if (proven.contains(testCase.id())) {
      return Coverage.AUTOMATED;
    }
    return testCase.units().stream()
        .map(Coverage::of)
        .max(Comparator.naturalOrder())
        .orElse(Coverage.NOT_YET);
  }

  /** How many cases of all guidelines are decided this way. */
  public int total(Coverage coverage) {
    return lines.stream().mapToInt(line -> line.count(coverage)).sum();
  }

  /** How many cases there are in all. */
  public int cases() {
    return lines.stream().mapToInt(Line::cases).sum();
  }

  private static Line line(Guideline guideline, Set<String> proven) {
    var counts = new EnumMap<Coverage, Integer>(Coverage.class);
    for (var coverage : Coverage.values()) {
      counts.put(coverage, 0);
    }
    guideline.cases().forEach(it -> counts.merge(coverage(it, proven), 1, Integer::sum));
    return new Line(guideline.number(), guideline.title(), counts);
  }
}
