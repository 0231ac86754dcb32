package org.coptest.probes.passwords.preset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coptest.probes.passwords.preset.LabelStatistics.Count;
import org.coptest.probes.passwords.preset.LabelStatistics.Counter;
import org.coptest.probes.passwords.preset.LabelStatistics.Hamming;
import org.coptest.probes.passwords.preset.LabelStatistics.Position;
import org.coptest.probes.passwords.preset.LabelStatistics.Prefix;

/** Computes the statistics over the labels of one mechanism. */
final class LabelExamination {
  static final double CHANCE = 1e-4;
  private static final int EXPECTED_PER_CELL = 5;
  private static final int LONGEST_PREFIX = 8;
  private static final int COMPARED_PAIRWISE = 1_000;
  private final List<ProductionLabel> labels;
  private final Charset charset;
  private final int shortest;
  private final int longest;

  LabelExamination(List<ProductionLabel> labels, Charset charset) {
    this.labels = labels.stream().sorted(ProductionLabel.inOrder()).toList();
    this.charset = charset;
    var lengths = labels.stream().mapToInt(one -> one.password().length()).summaryStatistics();
    this.shortest = labels.isEmpty() ? 0 : lengths.getMin();
    this.longest = labels.isEmpty() ? 0 : lengths.getMax();
  }

  LabelStatistics statistics(String file, String sha256, CommonWords words) {
    var positions = IntStream.range(0, shortest).mapToObj(this::position).toList();
    var counter = counter();
    return new LabelStatistics(
        file,
        sha256,
        labels.size(),
        shortest,
        longest,
        (int) labels.stream().filter(one -> !charset.holds(one.password())).count(),
        positions,
        counter,
        repeated(),
        prefix(),
        words.in(labels, charset),
        hamming(),
        effectiveBits(positions, counter));
  }

  Optional<Counter> counter() {
    return labels.size() < 2 || shortest != longest
        ? Optional.empty()
        : new CounterSearch(labels, shortest, charset).find();
  }

  private Position position(int at) {
    // Few labels for many symbols: neighbouring symbols share a cell, or the test is no test.
    int cells = Math.clamp(labels.size() / EXPECTED_PER_CELL, 1, charset.size());
    var observed = new long[cells];
    var expected = new double[cells];
    var symbols = new HashMap<Character, Integer>();
    for (int place = 0; place < charset.size(); place++) {
      expected[place * cells / charset.size()] += labels.size() / (double) charset.size();
    }
    for (var label : labels) {
      char symbol = label.password().charAt(at);
      symbols.merge(symbol, 1, Integer::sum);
      int place = charset.place(symbol);
      observed[Math.max(0, place) * cells / charset.size()]++;
    }
    double statistic = 0;
    for (int cell = 0; cell < cells; cell++) {
      double off = observed[cell] - expected[cell];
      statistic += off * off / expected[cell];
    }
    double chance = Tails.chiSquare(statistic, cells - 1);
    double most = log2(charset.size());
    double bits = chance < CHANCE ? Math.min(most, entropy(symbols.values())) : most;
    return new Position(at + 1, cells, statistic, cells - 1, chance, bits);
  }

  /** Shannon entropy with the Miller-Madow correction, in bits. */
  private double entropy(Iterable<Integer> counts) {
    double bits = 0;
    int seen = 0;
    for (int count : counts) {
      double share = count / (double) labels.size();
      bits -= share * log2(share);
      seen++;
    }
    return bits + (seen - 1) / (2.0 * labels.size() * Math.log(2));
  }

  private double effectiveBits(List<Position> positions, Optional<Counter> counter) {
    // One short label says nothing about the others, so what lies beyond it counts in full.
    double beyond = (longest - shortest) * log2(charset.size());
    double common =
        positions.stream()
            .filter(one ->
                counter
                    .filter(part -> one.position() > part.from() && one.position() <= part.to())
                    .isEmpty())
            .mapToDouble(Position::bits)
            .sum();
    return common + beyond;
  }

  private Count repeated() {
    var distinct = new HashSet<String>();
    int repeated = (int) labels.stream().filter(one -> !distinct.add(one.password())).count();
    double pairs = labels.size() * (labels.size() - 1) / 2.0;
    return new Count(repeated, Tails.poisson(repeated, pairs / Math.pow(charset.size(), shortest)));
  }

  private Optional<Prefix> prefix() {
    var found = new ArrayList<Prefix>();
    for (int length = 2; length <= Math.min(shortest, LONGEST_PREFIX); length++) {
      var counts = new HashMap<String, Integer>();
      for (var label : labels) {
        counts.merge(label.password().substring(0, length), 1, Integer::sum);
      }
      int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      double range = Math.pow(charset.size(), length);
      double chance = Tails.poisson(most, labels.size() / range) * Math.min(range, labels.size());
      if (most >= 3 && chance < CHANCE) {
        found.add(new Prefix(length, most, chance));
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  private Optional<Hamming> hamming() {
    var some = labels.stream().limit(COMPARED_PAIRWISE).map(ProductionLabel::password).toList();
    long sum = 0;
    long pairs = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < some.size(); i++) {
      for (int j = 0; j < i; j++) {
        int distance = distance(some.get(i), some.get(j));
        sum += distance;
        least = Math.min(least, distance);
        pairs++;
      }
    }
    double expected = shortest * (1 - 1.0 / charset.size());
    return pairs == 0
        ? Optional.empty()
        : Optional.of(new Hamming(sum / (double) pairs, least, expected));
  }

  private int distance(String one, String other) {
    int distance = 0;
    for (int at = 0; at < shortest; at++) {
      distance += one.charAt(at) == other.charAt(at) ? 0 : 1;
    }
    return distance;
  }

  static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
