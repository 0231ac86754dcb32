package org.coptest.emulators.ssh;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.coptest.emulators.device.Accounts;

/**
 * Whom an SSH server lets in, and what for.
 *
 * @param accounts who may log in with a password
 * @param keys which public keys are authorised, by user
 * @param methods ways to authenticate, in the order they are named
 * @param use what a session may do
 * @param tries refusals after which the connection is closed
 * @param old whether it speaks what a device of 2005 speaks and nothing newer
 * @param penalties shuts out who fails too often
 */
public record SshRules(
    Accounts accounts,
    BiPredicate<String, PublicKey> keys,
    List<Method> methods,
    Use use,
    int tries,
    boolean old,
    Optional<Penalties> penalties) {

  private static final int USUAL_TRIES = 6;

  /** What the server lets a peer prove itself with. */
  public enum Method {
    PASSWORD,
    PUBLIC_KEY,
    QUESTIONS
  }

  /** What a session is good for. */
  public enum Use {
    SHELL,
    NOTHING
  }

  /** Passwords of these accounts alone. */
  public static SshRules passwords(Accounts accounts) {
    return new SshRules(
        accounts,
        (user, key) -> false,
        List.of(Method.PASSWORD),
        Use.SHELL,
        USUAL_TRIES,
        false,
        Optional.empty());
  }

  /** With these methods. */
  public SshRules by(Method... others) {
    return new SshRules(accounts, keys, List.of(others), use, tries, old, penalties);
  }

  /** With these keys. */
  public SshRules authorising(BiPredicate<String, PublicKey> others) {
    return new SshRules(accounts, others, methods, use, tries, old, penalties);
  }

  /** Letting in, and then doing nothing that is asked for. */
  public SshRules doingNothing() {
    return new SshRules(accounts, keys, methods, Use.NOTHING, tries, old, penalties);
  }

  /** Closing the connection after this many refusals. */
  public SshRules closingAfter(int refusals) {
    return new SshRules(accounts, keys, methods, use, refusals, old, penalties);
  }

  /** As a device of 2005. */
  public SshRules inOldAlgorithms() {
    return new SshRules(accounts, keys, methods, use, tries, true, penalties);
  }

  /** Dropping connections of who failed too often. */
  public SshRules with(Penalties rule) {
    return new SshRules(accounts, keys, methods, use, tries, old, Optional.of(rule));
  }
}
