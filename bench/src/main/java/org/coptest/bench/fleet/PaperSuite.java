package org.coptest.bench.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.catalogue.Kind;
import org.coptest.harness.catalogue.Means;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.catalogue.Status;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.plan.Extensions;
import org.coptest.spi.Policies;
import org.coptest.spi.SuiteValues;

/**
 * As many trivial test cases as asked for under 13 guidelines, two to a provision, over ten probes.
 *
 * @param cases an even number
 */
public record PaperSuite(int cases) {
  private static final int GUIDELINES = 13;
  private static final int PROBES = 10;
  private static final String RULE = "bench.passes";

  /** Its probes and its rule. */
  public Extensions extensions() {
    var probes = IntStream.range(0, PROBES).mapToObj(i -> new PaperProbe(probe(i))).toList();
    return Extensions.of(probes, List.of(new PaperRule(RULE)), List.of());
  }

  /** Its test cases. */
  public Catalogue catalogue() {
    var guidelines = IntStream.rangeClosed(1, GUIDELINES).mapToObj(this::guideline).toList();
    return new Catalogue(
        "bench", "Trivial cases", guidelines, List.of(), new Policies(List.of()), "00");
  }

  private Guideline guideline(int number) {
    var provisions =
        IntStream.range(0, cases / 2)
            .filter(i -> i % GUIDELINES == number - 1)
            .mapToObj(i -> provision("5.%d-%d".formatted(number, i / GUIDELINES + 1), i))
            .toList();
    return new Guideline("5." + number, number, "Guideline " + number, "meaning", provisions);
  }

  private static Provision provision(String id, int index) {
    return new Provision(
        id,
        "provision " + id + " holds",
        Status.MANDATORY,
        Optional.empty(),
        "purpose of " + id,
        List.of(testCase(id + "-1", 2 * index), testCase(id + "-2", 2 * index + 1)));
  }

  private static TestCase testCase(String id, int index) {
    var unit =
        new TestUnit(
            "a",
            "purpose",
            Means.NETWORK,
            List.of(probe(index % PROBES)),
            Optional.of(RULE),
            SuiteValues.none(),
            Optional.empty(),
            Optional.empty());
    return new TestCase(id, Kind.FUNCTIONAL, "purpose of " + id, List.of(unit));
  }

  private static String probe(int index) {
    return "bench.look-" + index;
  }
}
