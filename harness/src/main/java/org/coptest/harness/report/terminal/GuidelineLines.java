package org.coptest.harness.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.Standing;
import org.coptest.harness.report.terminal.Terminal.Ink;

/** A line per guideline of a device: how many provisions pass, fail, are undecided, wait. */
final class GuidelineLines {
  private static final int CELLS = 17;
  private final Terminal terminal;
  private final Catalogue catalogue;

  GuidelineLines(Terminal terminal, Catalogue catalogue) {
    this.terminal = terminal;
    this.catalogue = catalogue;
  }

  void print(TargetResult target, boolean withName) {
    if (withName) {
      terminal.out().println(terminal.ink(Ink.BOLD, Shown.sentence(target.id())));
    }
    target.provisions().stream()
        .map(ProvisionResult::guideline)
        .distinct()
        .forEach(number -> line(target, number));
    terminal.out().println();
  }

  private void line(TargetResult target, String number) {
    var provisions =
        target.provisions().stream().filter(p -> p.guideline().equals(number)).toList();
    terminal
        .out()
        .println("  " + name(number) + String.join("", cells(provisions)).stripTrailing());
  }

  private String name(String number) {
    var name =
        catalogue
            .guideline(number)
            .map((Guideline known) -> known.label() + " " + known.title())
            .orElseGet(() -> Shown.text(number, 20));
    int room = Math.max(24, terminal.width() - CELLS - terminal.marks().room());
    var cut = name.length() > room ? name.substring(0, room - 2) + ".." : name;
    return cut + " ".repeat(room + 1 - cut.length());
  }

  private List<String> cells(List<ProvisionResult> provisions) {
    var counts = Standing.count(provisions);
    var marks = terminal.marks();
    var cells = new ArrayList<String>();
    cells.add(cell(Ink.GREEN, marks.pass(), counts, Standing.PASS, Standing.SIGNED));
    cells.add(cell(Ink.RED, marks.fail(), counts, Standing.FAIL, Standing.FAILS_ON_PAPER));
    cells.add(
        cell(Ink.YELLOW, marks.open(), counts, Standing.UNDECIDED, Standing.LACKS_DECLARATION));
    cells.add(cell(Ink.BLUE, marks.waiting(), counts, Standing.AWAITS_ASSESSOR));
    cells.add(cell(Ink.DIM, "n/a", counts, Standing.NOT_APPLICABLE));
    cells.add(cell(Ink.DIM, "not tested", counts, Standing.NOT_TESTED));
    return cells;
  }

  private String cell(Ink ink, String mark, Map<Standing, Integer> counts, Standing... standings) {
    int count = Stream.of(standings).mapToInt(s -> counts.getOrDefault(s, 0)).sum();
    int width = mark.length() + 4;
    if (count == 0) {
      return " ".repeat(width);
    }
    var text = mark + " " + count;
    return terminal.ink(ink, text) + " ".repeat(width - text.length());
  }
}
