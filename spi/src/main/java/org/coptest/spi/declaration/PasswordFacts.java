package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** How the passwords of a mechanism come about. */
public record PasswordFacts(
    @Key(doc = "factory or user") Optional<PasswordOrigin> origin,
    @Key(doc = "differs from device to device") Optional<Boolean> unique,
    @Key(doc = "length in characters") Optional<Integer> length,
    @Key(doc = "alphabet, like A-Za-z0-9") Optional<String> charset,
    @Key(doc = "how it is generated") Optional<String> generation,
    @Key(doc = "public values it is computed from") Optional<List<String>> derivedFrom,
    @Key(doc = "reference to the password on the label, where it is not the one that works")
        Optional<Secret> label,
    @Key(doc = "CSV file of at least 30 production labels, with columns serial and password")
        Optional<String> labels) {}
