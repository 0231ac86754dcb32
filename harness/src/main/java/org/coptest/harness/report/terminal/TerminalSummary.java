package org.coptest.harness.report.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Gate;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.Statement;
import org.coptest.harness.report.terminal.Terminal.Ink;

/**
 * The final block: where each guideline stands, what failed and how to see it again, a line per
 * device, where the reports are, and as the last line the next command.
 */
public final class TerminalSummary {
  private static final int IN_DETAIL = 2;
  private final Terminal terminal;
  private final Catalogue catalogue;

  /** For a terminal. */
  public TerminalSummary(Terminal terminal, Catalogue catalogue) {
    this.terminal = terminal;
    this.catalogue = catalogue;
  }

  /** Prints the block to standard output. */
  public void print(RunDocument run, Ending ending) {
    if (run.targets().size() <= IN_DETAIL) {
      var lines = new GuidelineLines(terminal, catalogue);
      run.targets().forEach(target -> lines.print(target, run.targets().size() > 1));
    }
    new FailureLines(terminal).print(run.targets());
    run.targets().forEach(this::device);
    tail(run.run(), ending);
    terminal.out().flush();
  }

  private void device(TargetResult target) {
    var statement = Statement.of(target, catalogue);
    var name = Shown.sentence(target.id()) + ": ";
    var dot = terminal.marks().dot();
    if (statement == Statement.DOES_NOT_CONFORM) {
      terminal.out().println(terminal.ink(Ink.RED, name + statement.words()));
      terminal.paragraph(
          "  ", "  ", failed(target) + " " + dot + " " + Statement.counts(target, dot));
    } else {
      var ink = statement == Statement.NO_VERDICT ? Ink.YELLOW : Ink.GREEN;
      var lines =
          Wrapped.lines(
              "",
              "  ",
              name + statement.words() + " " + dot + " " + Statement.counts(target, dot),
              terminal.width());
      lines.forEach(line -> terminal.out().println(terminal.ink(ink, line)));
    }
  }

  private static String failed(TargetResult target) {
    long failed =
        target.provisions().stream()
            .filter(p -> p.status().startsWith("M"))
            .filter(p -> p.verdict() == org.coptest.spi.verdict.Verdict.FAIL)
            .count();
    return "%d mandatory provision%s not met".formatted(failed, failed == 1 ? "" : "s");
  }

  private void tail(RunInfo run, Ending ending) {
    terminal.out().println();
    ending.decision().ifPresent(decision -> gate(decision, run));
    ending
        .files()
        .forEach(
            file -> terminal.out().println("%-9s %s".formatted(file.name() + ":", file.file())));
    ending.notes().forEach(note -> terminal.paragraph("", "  ", Shown.detail(note)));
    terminal.out().println(terminal.ink(Ink.BOLD, "Next:") + "     " + ending.next());
  }

  private void gate(Gate.Decision decision, RunInfo run) {
    var took =
        run.finished().map(end -> " in " + span(Duration.between(run.started(), end))).orElse("");
    terminal.paragraph(
        "",
        "  ",
        "%d of %d provisions asked for are decided%s; exit %d: %s"
            .formatted(
                decision.decided(),
                decision.asked(),
                took,
                decision.exitCode().code(),
                decision.exitCode().meaning()));
    lines("promised and not delivered", decision.broken());
    lines("required and cannot be decided here", decision.gaps());
  }

  private void lines(String what, List<Gate.Line> lines) {
    var shown = new ArrayList<String>();
    lines.stream()
        .limit(5)
        .forEach(line -> shown.add(Shown.sentence(line.target() + " " + line.provision().id())));
    if (!lines.isEmpty()) {
      var more = lines.size() > 5 ? " and %d more".formatted(lines.size() - 5) : "";
      terminal.paragraph("  ", "    ", what + ": " + String.join(", ", shown) + more);
    }
  }

  static String span(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }

  /** The command that shows one failure again, when the row names none. */
  static String again(Place place) {
    return "coptest run --device %s --only %s -vv"
        .formatted(Shown.sentence(place.target().id()), Shown.sentence(place.testCase().id()));
  }
}
