package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.verdict.Control;

/**
 * Strength and regularity of preset passwords. No password is in it.
 *
 * @param mechanisms one entry for each mechanism with preset passwords
 * @param control whether labels that count were recognised as such
 */
@ObservationType("passwords.preset-patterns")
public record PresetPatterns(List<Mechanism> mechanisms, Control control) implements Observation {

  /**
   * One mechanism.
   *
   * @param id its row in ixit.authMech
   * @param length as declared
   * @param symbols size of the declared alphabet
   * @param labels statistics, when production labels and an alphabet are declared
   */
  public record Mechanism(
      String id,
      Optional<Integer> length,
      Optional<Integer> symbols,
      Optional<LabelStatistics> labels) {

    /** Length times the bits of one symbol. */
    Optional<Double> declaredBits() {
      return length.flatMap(many -> symbols.map(size -> many * LabelExamination.log2(size)));
    }
  }
}
