package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;

/**
 * Statistics over production labels. No label is in it.
 *
 * @param file as declared
 * @param sha256 its digest
 * @param count number of labels
 * @param shortest length in characters
 * @param longest length in characters
 * @param outside labels with a character outside the declared alphabet
 * @param positions a test for uniformity of each position
 * @param counter a part that counts
 * @param repeated labels whose password another label has too
 * @param prefix the beginning that most labels share, beyond chance
 * @param words labels that hold a word of the list of known credentials
 * @param hamming how far apart labels are
 * @param effectiveBits entropy left when uneven and counting positions are taken off; an upper
 *     bound
 */
public record LabelStatistics(
    String file,
    String sha256,
    int count,
    int shortest,
    int longest,
    int outside,
    List<Position> positions,
    Optional<Counter> counter,
    Count repeated,
    Optional<Prefix> prefix,
    Count words,
    Optional<Hamming> hamming,
    double effectiveBits) {

  /** Chi-square test of one position, counted from 1, and the bits it can hold at most. */
  public record Position(
      int position, int cells, double chiSquare, int freedom, double chance, double bits) {}

  /**
   * A part of the label, characters {@code from} (inclusive) to {@code to} (exclusive), counted
   * from 0, that follows a rule in {@code reproduced} of {@code of} cases.
   */
  public record Counter(String rule, int from, int to, int reproduced, int of, double chance) {}

  /** How many labels, and the chance of so many or more. */
  public record Count(int labels, double chance) {}

  /** So many labels begin with the same {@code length} characters. */
  public record Prefix(int length, int labels, double chance) {}

  /** Pairwise distances over the first labels: mean, least and the mean expected of chance. */
  public record Hamming(double mean, int least, double expected) {}
}
