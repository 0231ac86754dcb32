package org.coptest.spi;

import java.util.List;
import java.util.Optional;

/**
 * Credentials that the lab wants to be tried before those of the bundled lists.
 *
 * @param about name, date, count and digest of the file; empty when the lab gave none
 * @param entries in the order of the file
 */
public record LabCredentials(Optional<DataList> about, List<Entry> entries) {

  /** No file was given. */
  public static LabCredentials none() {
    return new LabCredentials(Optional.empty(), List.of());
  }

  /**
   * One pair.
   *
   * @param line line of the file, counted from 1
   * @param protocol {@code any}, or the protocol it is for
   * @param user empty for no user name
   * @param password empty for an empty one
   */
  public record Entry(int line, String protocol, String user, String password) {

    /** Names the line: the pair is in the lab's file, and in no report. */
    @Override
    public String toString() {
      return "lab:" + line;
    }
  }
}
