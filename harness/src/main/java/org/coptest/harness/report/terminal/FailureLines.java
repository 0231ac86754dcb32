package org.coptest.harness.report.terminal;

import java.util.List;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.RowText;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.terminal.Terminal.Ink;

/** Each failure: what was found, its evidence, and how to see it again. */
final class FailureLines {
  private static final int MANY = 20;
  private final Terminal terminal;

  FailureLines(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(List<TargetResult> targets) {
    var places = targets.stream().flatMap(target -> Place.failures(target).stream()).toList();
    places.stream().limit(MANY).forEach(place -> print(place, targets.size() > 1));
    if (places.size() > MANY) {
      terminal.out().println("and %d more failures, in the report".formatted(places.size() - MANY));
    }
    if (!places.isEmpty()) {
      terminal.out().println();
    }
  }

  private void print(Place place, boolean withDevice) {
    var device = withDevice ? Shown.sentence(place.target().id()) + " " : "";
    var kind = place.mandatory() ? "" : " (recommended)";
    terminal
        .out()
        .println(
            terminal.ink(Ink.RED, "FAIL")
                + " "
                + device
                + terminal.ink(Ink.BOLD, Shown.sentence(place.rowId()))
                + "  "
                + Shown.sentence(place.provision().title())
                + kind);
    line("", Shown.sentence(place.row().reason()));
    place.row().found().ifPresent(found -> line("found:     ", Shown.sentence(found)));
    line("evidence:  ", RowText.evidence(place.row()));
    line(
        "reproduce: ",
        place.row().reproduce().map(Shown::sentence).orElse(TerminalSummary.again(place)));
  }

  private void line(String label, String text) {
    terminal.paragraph("     " + label, "     " + " ".repeat(label.length()), text);
  }
}
