package org.coptest.probes.passwords.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for a part of the labels that counts, by itself or together with the serial number. */
final class CounterSearch {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;
  private static final int FEWEST_VALUES = 8;
  private static final int FEWEST_STEPS = 3;
  private static final double SHARE = 1.0 / 3;
  private static final double CHANCE = 1e-4;
  private final List<ProductionLabel> labels;
  private final int length;
  private final List<Charset> readings = new ArrayList<>();

  /** Labels in the order of production, all of this length. */
  CounterSearch(List<ProductionLabel> labels, int length, Charset charset) {
    this.labels = labels;
    this.length = length;
    readings.add(charset);
    for (var digits : List.of("0-9", "0-9a-f", "0-9A-F")) {
      Charset.parse(digits).filter(one -> !one.equals(charset)).ifPresent(readings::add);
    }
  }

  /** The part that counts most plainly. */
  Optional<LabelStatistics.Counter> find() {
    var found = new ArrayList<LabelStatistics.Counter>();
    for (int size = SHORTEST; size <= Math.min(length, LONGEST); size++) {
      look(0, size, found);
      if (size < length) {
        look(length - size, length, found);
      }
    }
    return found.stream()
        .max(
            Comparator.comparingInt(LabelStatistics.Counter::reproduced)
                .thenComparing(one -> one.to() - one.from()));
  }

  private void look(int from, int to, List<LabelStatistics.Counter> found) {
    for (var reading : readings) {
      long range = (long) Math.min(Math.pow(reading.size(), to - from), Long.MAX_VALUE / 4.0);
      values(from, to, reading)
          .filter(values -> Arrays.stream(values).distinct().count() >= FEWEST_VALUES)
          .ifPresent(values -> {
            steps(values, range, from, to).ifPresent(found::add);
            besideSerial(values, range, from, to).ifPresent(found::add);
          });
    }
  }

  private Optional<long[]> values(int from, int to, Charset reading) {
    var values = new long[labels.size()];
    for (int i = 0; i < values.length; i++) {
      var part = labels.get(i).password().substring(from, to);
      if (!reading.holds(part)) {
        return Optional.empty();
      }
      for (int at = 0; at < part.length(); at++) {
        values[i] = values[i] * reading.size() + reading.place(part.charAt(at));
      }
    }
    return Optional.of(values);
  }

  private Optional<LabelStatistics.Counter> steps(long[] values, long range, int from, int to) {
    var steps = new HashMap<Long, Integer>();
    for (int i = 1; i < values.length; i++) {
      long step = Math.floorMod(values[i] - values[i - 1], range);
      if (step != 0) {
        steps.merge(step, 1, Integer::sum);
      }
    }
    return counter("counts up from device to device", steps, values.length - 1, range, from, to);
  }

  private Optional<LabelStatistics.Counter> besideSerial(
      long[] values, long range, int from, int to) {
    var distances = new HashMap<Long, Integer>();
    for (int i = 0; i < values.length; i++) {
      var digits = labels.get(i).serial().replaceAll("^.*?([0-9]{0,15})$", "$1");
      if (digits.isEmpty()) {
        return Optional.empty();
      }
      distances.merge(Math.floorMod(values[i] - Long.parseLong(digits), range), 1, Integer::sum);
    }
    return counter("moves with the serial number", distances, values.length, range, from, to);
  }

  private static Optional<LabelStatistics.Counter> counter(
      String what, Map<Long, Integer> counts, int of, long range, int from, int to) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    double chance =
        Math.min(1, Tails.poisson(most, of / (double) range) * Math.min(range, (double) of));
    return most >= FEWEST_STEPS && most >= of * SHARE && chance < CHANCE
        ? Optional.of(new LabelStatistics.Counter(what, from, to, most, of, chance))
        : Optional.empty();
  }
}
