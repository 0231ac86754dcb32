package org.coptest.spi.declaration;

import java.util.Optional;

/** Measures for orderly reconnection. */
public record Resilience(
    @Key(doc = "none, linear, exponential, …") Optional<String> backoff,
    @Key(doc = "random spread of retries") Optional<Boolean> jitter,
    @Key(doc = "in the maker's words") Optional<String> text) {}
