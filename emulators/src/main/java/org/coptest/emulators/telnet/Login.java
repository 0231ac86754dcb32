package org.coptest.emulators.telnet;

import java.util.Optional;
import org.coptest.emulators.device.Accounts;

/**
 * How a console asks who is there.
 *
 * @param userPrompt asks for the name; empty when only a password is asked for
 * @param passwordPrompt asks for the password
 * @param refusal what a wrong pair is told
 * @param tries wrong pairs after which the connection is closed
 * @param accounts who may log in
 */
public record Login(
    Optional<String> userPrompt,
    String passwordPrompt,
    String refusal,
    int tries,
    Accounts accounts) {

  private static final int USUAL_TRIES = 5;

  /** The usual prompts of a small Unix. */
  public static Login usual(Accounts accounts) {
    return new Login(
        Optional.of("cam login: "), "Password: ", "Login incorrect", USUAL_TRIES, accounts);
  }

  /** The same, closing the connection after this many wrong pairs. */
  public Login closingAfter(int wrong) {
    return new Login(userPrompt, passwordPrompt, refusal, wrong, accounts);
  }

  /** The same, asking for the password only; the account has the empty name. */
  public Login passwordOnly() {
    return new Login(Optional.empty(), passwordPrompt, refusal, tries, accounts);
  }
}
