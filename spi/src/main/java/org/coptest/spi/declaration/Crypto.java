package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** Declared cryptographic details. */
public record Crypto(
    @Key(doc = "TLS versions") Optional<List<String>> tls,
    @Key(doc = "cipher suites") Optional<List<String>> suites,
    @Key(doc = "hash or password hash") Optional<String> hash,
    @Key(doc = "signature algorithm") Optional<String> signature,
    @Key(doc = "cipher") Optional<String> cipher,
    @Key(doc = "anything else") Optional<String> details) {}
