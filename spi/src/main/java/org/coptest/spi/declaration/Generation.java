package org.coptest.spi.declaration;

import java.util.Optional;

/** How a parameter is generated. */
public record Generation(
    @Key(doc = "differs from device to device") Optional<Boolean> unique,
    @Key(doc = "source of randomness") Optional<String> source) {}
