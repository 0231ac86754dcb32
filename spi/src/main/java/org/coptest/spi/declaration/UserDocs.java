package org.coptest.spi.declaration;

import java.util.Optional;

/** Where the user documents are, by topic. */
public record UserDocs(
    @Key(doc = "changing login values") Optional<String> change,
    @Key(doc = "replacing hardware") Optional<String> replacement,
    @Key(doc = "external sensors") Optional<String> sensors,
    @Key(doc = "secure set-up") Optional<String> setup,
    @Key(doc = "checking the set-up") Optional<String> setupCheck,
    @Key(doc = "personal data") Optional<String> personalData,
    @Key(doc = "telemetry") Optional<String> telemetry,
    @Key(doc = "deleting data") Optional<String> deletion,
    @Key(doc = "why something cannot be updated") Optional<String> nonUpdatable) {}
