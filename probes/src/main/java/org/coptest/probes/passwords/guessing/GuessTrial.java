package org.coptest.probes.passwords.guessing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.Mechanism;

/**
 * How one login met wrong passwords.
 *
 * @param subject interface id or {@code tcp/22}
 * @param protocol ssh, telnet, http, https, …
 * @param port port number
 * @param endpoint address and port, for people
 * @param mechanism the login it offers
 * @param phases wrong passwords, phase by phase
 * @param valid the right password, each time it was tried
 * @param source what is known of trying it from another address
 * @param cut why it was not measured to the end
 */
public record GuessTrial(
    String subject,
    String protocol,
    int port,
    String endpoint,
    Mechanism mechanism,
    List<GuessPhase> phases,
    List<ValidTry> valid,
    String source,
    Optional<Cut> cut) {

  /** The right password at this point. */
  public Stream<ValidTry> at(ValidTry.When when) {
    return valid.stream().filter(it -> it.when() == when);
  }

  /** Wrong passwords that were tried. */
  public int wrong() {
    return phases.stream().mapToInt(phase -> phase.guesses().size()).sum();
  }

  /** Whether the account is as usable as before. */
  public boolean usable() {
    return valid.stream()
        .filter(it -> it.where().equals(subject) && it.when() != ValidTry.When.FROM_ELSEWHERE)
        .reduce((first, last) -> last)
        .filter(ValidTry::accepted)
        .isPresent();
  }
}
