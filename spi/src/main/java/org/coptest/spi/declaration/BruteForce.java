package org.coptest.spi.declaration;

import java.util.Optional;

/** Declared brute-force prevention. */
public record BruteForce(
    @Key(doc = "delay, limit, lockout, entropy or second_factor") Optional<BruteForceKind> kind,
    @Key(doc = "failed attempts after which it sets in") Optional<Integer> afterAttempts,
    @Key(doc = "length of the lock in seconds") Optional<Integer> lockSeconds,
    @Key(doc = "account, source or device") Optional<LockScope> scope) {}
