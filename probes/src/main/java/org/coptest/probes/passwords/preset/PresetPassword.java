package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;

/**
 * A password mechanism of one sample whose passwords are made in the factory. Never recorded.
 *
 * @param mechanism its row
 * @param value the password, when the lab knows it
 * @param source where from; LABEL counts before a credential that may have been changed
 */
public record PresetPassword(AuthMech mechanism, Optional<String> value, PresetSource source) {

  /** The mechanisms of this sample that count; what a user chose is not preset. */
  public static List<PresetPassword> of(Target target) {
    return target.ixit().authMech().stream()
        .filter(PresetPassword::isPreset)
        .map(PresetPassword::of)
        .toList();
  }

  /** Whether this mechanism asks for a password that was made in the factory. */
  static boolean isPreset(AuthMech mechanism) {
    return mechanism.factor().filter(Factor.PASSWORD::equals).isPresent()
        && origin(mechanism).filter(PasswordOrigin.FACTORY::equals).isPresent();
  }

  static Optional<PasswordOrigin> origin(AuthMech mechanism) {
    return mechanism.password().flatMap(PasswordFacts::origin);
  }

  private static PresetPassword of(AuthMech mechanism) {
    var label = known(mechanism.password().flatMap(PasswordFacts::label));
    var valid = known(mechanism.validCredential().flatMap(Credential::password));
    return label.isPresent()
        ? new PresetPassword(mechanism, label, PresetSource.LABEL)
        : new PresetPassword(mechanism, valid, PresetSource.VALID_CREDENTIAL);
  }

  /** A reference that stands for nothing yet, as in a plan, is no password. */
  private static Optional<String> known(Optional<Secret> secret) {
    return secret.map(Secret::reveal).filter(text -> !text.isEmpty());
  }

  /** Id of the mechanism. */
  public String id() {
    return mechanism.id();
  }

  Optional<Charset> charset() {
    return mechanism.password().flatMap(PasswordFacts::charset).flatMap(Charset::parse);
  }

  @Override
  public String toString() {
    return mechanism.id();
  }
}
