package org.coptest.spi.declaration;

import java.util.Optional;

/** A credential known to the lab, by reference. */
public record Credential(
    @Key(doc = "user name") Optional<String> user,
    @Key(doc = "reference to the password") Optional<Secret> password,
    @Key(doc = "reference to a private key") Optional<Secret> key) {}
