package org.coptest.probes.passwords.preset;

import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.passwords.preset.PresetPatterns.Mechanism;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.BruteForceKind;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.verdict.Cause;

/** Whether a preset password has the bits that its place and its lock-out ask for. */
record StrengthReading(AuthMech declared, double bits, Criteria criteria) {
  /** Suite value: bits asked for where nothing slows guessing. */
  static final String BITS = "bits";

  /** Suite value: bits asked for behind a lock-out. */
  static final String BITS_BEHIND_LOCK_OUT = "bits-behind-lock-out";

  private static final double FEWEST_VALUES = 10_000;

  /** A doubt and its cause. */
  record Doubt(Cause cause, String reason) {}

  /** By the labels where there are enough of them, else by declaration. */
  static Optional<StrengthReading> of(
      AuthMech declared, Mechanism seen, Optional<LabelStatistics> labels, Criteria criteria) {
    return seen.declaredBits()
        .map(bits -> labels.map(all -> Math.min(bits, all.effectiveBits())).orElse(bits))
        .map(bits -> new StrengthReading(declared, bits, criteria));
  }

  /** What is expected instead, when it is certainly too weak. */
  Optional<String> tooWeak() {
    // A hair below the line is rounding, not weakness.
    if (bits < LabelExamination.log2(FEWEST_VALUES) - 1e-9) {
      return Optional.of("at least 10^4 values");
    } else if (overNetwork() && bits < least(BITS_BEHIND_LOCK_OUT)) {
      return Optional.of(
          "at least %s bits behind any lock-out".formatted(asked(BITS_BEHIND_LOCK_OUT)));
    }
    return overNetwork()
            && bits < least(BITS)
            && remote().orElse(false)
            && kind().filter(BruteForceKind.ENTROPY::equals).isPresent()
        ? Optional.of(
            "at least %s bits where guessing from outside is not slowed".formatted(asked(BITS)))
        : Optional.empty();
  }

  /** What keeps it from being judged strong enough. */
  Optional<Doubt> doubt() {
    if (bits >= least(BITS) || declared.network().filter(yes -> !yes).isPresent()) {
      return Optional.empty();
    } else if (declared.network().isEmpty()) {
      return missing(PresetMechanisms.path(declared, "network"));
    } else if (kind().isEmpty()) {
      return missing(PresetMechanisms.path(declared, "bruteForce.kind"));
    } else if (kind().get() != BruteForceKind.ENTROPY) {
      return Optional.of(
          new Doubt(
              Cause.COVERAGE_PARTIAL,
              "%s are enough behind a lock-out only, and the declared one has not been measured"
                  .formatted(text())));
    } else if (remote().isEmpty()) {
      return missing("remote of the ixit.logIntf row of " + declared.id());
    }
    return Optional.of(
        new Doubt(
            Cause.NEEDS_ASSESSOR,
            "%s on the local network, where nothing slows guessing: an assessor decides"
                .formatted(text())));
  }

  String text() {
    return String.format(Locale.ROOT, "%.1f bits", bits);
  }

  private Optional<Doubt> missing(String path) {
    return Optional.of(
        new Doubt(
            Cause.MISSING_INPUT,
            "%s is not declared, and %s are not enough everywhere".formatted(path, text())));
  }

  private boolean overNetwork() {
    return declared.network().orElse(false);
  }

  private Optional<BruteForceKind> kind() {
    return declared.bruteForce().flatMap(BruteForce::kind);
  }

  private Optional<Boolean> remote() {
    return declared
        .endpoint()
        .flatMap(LoginEndpoint::interfaceId)
        .flatMap(id -> criteria.ixit().logIntf().row(id))
        .flatMap(LogIntf::remote);
  }

  private double least(String value) {
    return Double.parseDouble(asked(value));
  }

  private String asked(String value) {
    return criteria.values().text(value);
  }
}
