package org.coptest.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A policy as data: what a technology must, may and must not do.
 *
 * @param id as suites and run options name it
 * @param version raised when a line changes
 * @param effective since when it holds
 * @param source the public document it follows
 * @param lines its lines
 */
public record Policy(
    String id, int version, LocalDate effective, String source, List<PolicyLine> lines) {

  /** The first line of this topic that names this value. */
  public Optional<PolicyLine> line(String topic, String value) {
    return lines.stream()
        .filter(line -> line.topic().equals(topic) && line.values().contains(value))
        .findFirst();
  }
}
