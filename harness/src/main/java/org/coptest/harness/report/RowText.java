package org.coptest.harness.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coptest.harness.record.RowResult;

/** A row as plain lines, each quoted; views agree on the words before the facts. */
public final class RowText {
  private RowText() {}

  /** Everything a person needs to act on the row, by label, in order; quoted. */
  public static Map<String, String> facts(RowResult row) {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "expected", row.expected());
    put(facts, "found", row.found());
    put(facts, "declared at", row.declaredAt());
    put(facts, "reproduce", row.reproduce());
    put(facts, fixLabel(row), row.fix());
    return facts;
  }

  /** A row that does not fail has nothing to mend; its fix is what would settle it. */
  private static String fixLabel(RowResult row) {
    return row.cause().isPresent() ? "would settle it" : "fix";
  }

  private static void put(Map<String, String> facts, String label, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> facts.put(label, Shown.detail(text)));
  }

  /** Ids of its evidence, or a dash. */
  public static String evidence(RowResult row) {
    return row.evidence().isEmpty()
        ? "-"
        : row.evidence().stream()
            .limit(8)
            .map(EvidenceShelf::label)
            .distinct()
            .collect(Collectors.joining(", "));
  }

  /** All lines of a row. */
  public static String of(String unit, RowResult row) {
    var text = new StringBuilder();
    text.append(VerdictForm.of(row.verdict()).word())
        .append(row.cause().map(cause -> " (" + cause + ")").orElse(""))
        .append(' ')
        .append(Shown.sentence(unit + " " + row.subject()))
        .append("\n  ")
        .append(Shown.detail(row.reason()))
        .append('\n');
    facts(row).forEach((label, fact) -> text.append("  %-15s %s%n".formatted(label, fact)));
    return text.append("  %-15s %s%n".formatted("evidence", evidence(row))).toString();
  }
}
