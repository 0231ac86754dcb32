package org.coptest.harness.target.net;

/**
 * The rate of a sweep: doubles while round-trip time and loss stay flat, halves when they do not,
 * between the first and the highest rate of the pace.
 */
final class RateRamp {
  private static final double MORE_LOSS = 0.02;
  private static final long MORE_NANOS = 5_000_000;
  private final double first;
  private final double most;
  private double rate;
  private long next;
  private int launched;
  private int answers;
  private int silences;
  private long answerNanos;
  private boolean measured;
  private double usualLoss;
  private double usualNanos;

  RateRamp(double first, double most) {
    this.first = first;
    this.most = most;
    this.rate = first;
  }

  /** Nanoseconds until one more connect may start; 0 when it may now. */
  long delay(long now) {
    return Double.isInfinite(rate) || launched == 0 ? 0 : Math.max(0, next - now);
  }

  void launched(long now) {
    long gap = (long) (1e9 / rate);
    next = launched == 0 || next - now < -MORE_NANOS ? now + gap : next + gap;
    launched++;
  }

  void answered(long nanos) {
    answers++;
    answerNanos += nanos;
    judge();
  }

  void silent() {
    silences++;
    judge();
  }

  /** Connects per second at present. */
  double rate() {
    return rate;
  }

  // One judgement for each second's worth of outcomes at the present rate.
  private void judge() {
    if (Double.isInfinite(rate) || answers + silences < rate) {
      return;
    }
    double loss = (double) silences / (answers + silences);
    double nanos = answers == 0 ? 0 : (double) answerNanos / answers;
    if (!measured) {
      measured = true;
      usualLoss = loss;
      usualNanos = nanos;
    }
    boolean flat = loss <= usualLoss + MORE_LOSS && nanos <= 2 * usualNanos + MORE_NANOS;
    rate = flat ? Math.min(most, rate * 2) : Math.max(first, rate / 2);
    answers = 0;
    silences = 0;
    answerNanos = 0;
  }
}
