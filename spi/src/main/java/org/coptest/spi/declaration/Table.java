package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An IXIT table. A present table is exhaustive, also when empty; an absent one is not declared.
 *
 * @param path such as {@code ixit.logIntf}
 * @param declared its rows, or empty when the key is absent
 */
public record Table<R extends Row>(String path, Optional<List<R>> declared) {

  /** Not declared. */
  public static <R extends Row> Table<R> absent(String path) {
    return new Table<>(path, Optional.empty());
  }

  /** Declared with these rows and no others. */
  public static <R extends Row> Table<R> of(String path, List<R> rows) {
    return new Table<>(path, Optional.of(List.copyOf(rows)));
  }

  /** Whether the key is absent. */
  public boolean isAbsent() {
    return declared.isEmpty();
  }

  /** The declared rows; none when absent. */
  public List<R> rows() {
    return declared.orElse(List.of());
  }

  /** The rows as a stream. */
  public Stream<R> stream() {
    return rows().stream();
  }

  /** The row with this id. */
  public Optional<R> row(String id) {
    return stream().filter(row -> row.id().equals(id)).findFirst();
  }
}
