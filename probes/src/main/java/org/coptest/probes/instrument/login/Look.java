package org.coptest.probes.instrument.login;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.EvidenceRef;

/**
 * U: what somebody who does not log in gets.
 *
 * @param access what was served
 * @param mechanism the login it offers
 * @param offered methods, schemes or prompt classes in the device's order
 * @param reference what is denied without a login: path, or kind of session
 * @param names whether a user name is asked for
 * @param detail what was seen, in our words
 * @param evidence the exchange
 */
public record Look(
    Access access,
    Mechanism mechanism,
    List<String> offered,
    String reference,
    NameUse names,
    String detail,
    Optional<EvidenceRef> evidence) {

  /** Nothing usable came back. */
  public static Look unknown(String detail, Optional<EvidenceRef> evidence) {
    return new Look(
        Access.UNKNOWN, Mechanism.UNKNOWN, List.of(), "", NameUse.REQUIRED, detail, evidence);
  }
}
