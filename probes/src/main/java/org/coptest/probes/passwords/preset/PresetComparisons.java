package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.verdict.Control;

/**
 * The preset passwords of several samples, compared. No password is in it.
 *
 * @param samples ids of the samples, the device under test first
 * @param mechanisms one entry for each mechanism with preset passwords
 * @param control whether a password was told from a changed one, and known again
 */
@ObservationType("passwords.preset-comparisons")
public record PresetComparisons(List<String> samples, List<Mechanism> mechanisms, Control control)
    implements Observation {

  /** One mechanism on each sample, and the pairs of samples whose passwords are equal. */
  public record Mechanism(String id, List<OnSample> onSamples, List<Pair> equal) {}

  /**
   * The mechanism on one sample.
   *
   * @param sample id of the sample
   * @param preset whether this sample too declares that its password was made in the factory
   * @param source where the password is known from
   * @param shape what may be recorded of it; empty when it is not known
   */
  public record OnSample(
      String sample, boolean preset, PresetSource source, Optional<PasswordShape> shape) {}

  /** Two samples. */
  public record Pair(String one, String other) {}
}
