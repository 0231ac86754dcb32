package org.coptest.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under a heading, in columns as wide as they need to be. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** With these column heads. */
  public Table(String... heads) {
    row(heads);
  }

  /** Adds a row; it has as many cells as there are heads. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The whole table, as Markdown that also reads well in a terminal. */
  public String text() {
    var lines = new ArrayList<String>();
    rows.forEach(row -> lines.add(line(row)));
    lines.add(1, line(IntStream.range(0, columns()).mapToObj(i -> "-".repeat(width(i))).toList()));
    return String.join("\n", lines);
  }

  private String line(List<String> cells) {
    return IntStream.range(0, columns())
        .mapToObj(i -> cells.get(i) + " ".repeat(width(i) - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private int columns() {
    return rows.get(0).size();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** Seconds with two decimals. */
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
  }

  /** Mebibytes. */
  public static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /** Whether a target was met, in a word. */
  public static String met(boolean met) {
    return met ? "met" : "MISSED";
  }
}
