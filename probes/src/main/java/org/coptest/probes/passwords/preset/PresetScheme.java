package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.verdict.Control;

/**
 * The shapes of the preset passwords of one sample. No password is in it.
 *
 * @param labels one entry for each mechanism with preset passwords
 * @param control whether a changed password was told from a fitting one
 */
@ObservationType("passwords.preset-scheme")
public record PresetScheme(List<Label> labels, Control control) implements Observation {

  /** One mechanism and the shape of its password, when the lab knows it. */
  public record Label(String id, PresetSource source, Optional<PasswordShape> shape) {}
}
