package org.coptest.harness.target.net;

import java.time.Duration;
import java.util.Optional;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.LockScope;

/**
 * How many logins a declared lock-out leaves us.
 *
 * @param mechanism id of the declared mechanism
 * @param interfaceId interface it is offered on, if declared
 * @param scope what the lock counts by; empty when not declared
 * @param allowed logins within one window
 * @param length of the window; without it the budget never refills
 */
record LockWindow(
    String mechanism,
    Optional<String> interfaceId,
    Optional<LockScope> scope,
    int allowed,
    Optional<Duration> length) {

  /**
   * Two attempts stay in reserve: one for the owner, one that the device may have counted twice.
   */
  private static final int RESERVE = 2;

  /** The window of this mechanism, if it declares after how many attempts it locks. */
  static Optional<LockWindow> of(AuthMech mechanism) {
    return mechanism
        .bruteForce()
        .flatMap(declared ->
            declared
                .afterAttempts()
                .map(threshold -> of(mechanism, declared, Math.max(0, threshold - RESERVE))));
  }

  /** Whether a login on this surface counts here. */
  boolean counts(String surface) {
    return scope.filter(LockScope.DEVICE::equals).isPresent()
        || surface.equals(mechanism)
        || interfaceId.filter(surface::equals).isPresent();
  }

  /** Logins with the same key share the budget. */
  String key(String account) {
    return scope.filter(LockScope.ACCOUNT::equals).isPresent()
        ? mechanism + '\n' + account
        : mechanism;
  }

  /** Whether the whole bench is locked out, and not one account. */
  boolean shutsOutTheBench() {
    return scope.filter(LockScope.ACCOUNT::equals).isEmpty();
  }

  private static LockWindow of(AuthMech mechanism, BruteForce declared, int allowed) {
    return new LockWindow(
        mechanism.id(),
        mechanism.endpoint().flatMap(endpoint -> endpoint.interfaceId()),
        declared.scope(),
        allowed,
        declared.lockSeconds().map(seconds -> Duration.ofMillis(seconds * 1_200L)));
  }
}
