package org.coptest.harness.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.CatalogueReader;
import org.coptest.harness.catalogue.Coverage;
import org.coptest.harness.catalogue.CoverageBill;
import org.coptest.harness.catalogue.CoverageProofs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the catalogue: its provisions and cases, or how much of it is automated. */
@Command(
    name = "list",
    description = "Show provisions and test cases; with --coverage what decides them.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--coverage", description = "how many test cases are decided by what")
  private boolean coverage;

  @Option(names = "--guideline", description = "only this guideline, such as 5.6", paramLabel = "N")
  private List<String> guidelines = new ArrayList<>();

  @Override
  public Integer call() {
    var catalogue = CatalogueReader.read(Home.here().suites());
    var out = Output.of(spec);
    if (coverage) {
      bill(catalogue, out);
    } else {
      provisions(catalogue, out);
    }
    return 0;
  }

  private static void bill(Catalogue catalogue, PrintWriter out) {
    var proven = CoverageProofs.load(ListCommand.class.getClassLoader());
    var bill = CoverageBill.of(catalogue, proven);
    out.println(catalogue.title());
    out.println();
    out.println(
        row("guideline", "cases", "automated", "firmware", "documents", "person", "not yet"));
    bill.lines().forEach(line -> out.println(row(line)));
    out.println(
        row(
            "all",
            text(bill.cases()),
            text(bill.total(Coverage.AUTOMATED)),
            text(bill.total(Coverage.FIRMWARE)),
            text(bill.total(Coverage.DOCUMENTS)),
            text(bill.total(Coverage.PERSON)),
            text(bill.total(Coverage.NOT_YET))));
    out.println();
    out.println("Each case stands in one column. It counts as automated only where a test shows a");
    out.println("device that passes it and one, differing in that property alone, that fails it.");
    out.println("Proven so: " + String.join(" ", proven.stream().sorted().toList()));
  }

  private static String row(CoverageBill.Line line) {
    return row(
        line.guideline() + " " + line.title(),
        text(line.cases()),
        text(line.count(Coverage.AUTOMATED)),
        text(line.count(Coverage.FIRMWARE)),
        text(line.count(Coverage.DOCUMENTS)),
        text(line.count(Coverage.PERSON)),
        text(line.count(Coverage.NOT_YET)));
  }

  private static String row(String first, String... others) {
    var name = first.length() > 38 ? first.substring(0, 37) + "…" : first;
    return String.format(
        Locale.ROOT, "  %-38s %5s %10s %9s %10s %7s %8s", (Object[]) cells(name, others));
  }

  private static String[] cells(String name, String... others) {
    var cells = new ArrayList<String>();
    cells.add(name);
    cells.addAll(List.of(others));
    return cells.toArray(String[]::new);
  }

  private static String text(int count) {
    return count == 0 ? "·" : Integer.toString(count);
  }

  private void provisions(Catalogue catalogue, PrintWriter out) {
    for (var guideline : catalogue.guidelines()) {
      if (guidelines.isEmpty() || guidelines.contains(guideline.number())) {
        out.println(guideline.label() + "  " + guideline.number() + " " + guideline.title());
        for (var provision : guideline.provisions()) {
          out.printf(
              "  %-8s %s  %s%n", provision.id(), provision.status().letter(), provision.title());
          provision
              .cases()
              .forEach(one ->
                  out.printf("      %-10s %-11s %s%n", one.id(), one.kind().text(), one.purpose()));
        }
      }
    }
  }
}
