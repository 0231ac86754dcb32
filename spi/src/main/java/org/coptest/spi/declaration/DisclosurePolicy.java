package org.coptest.spi.declaration;

import java.util.Optional;

/** Where the vulnerability disclosure policy is. */
public record DisclosurePolicy(
    @Key(doc = "https address") Optional<String> url,
    @Key(doc = "days to acknowledgement") Optional<Integer> ackDays,
    @Key(doc = "days between status updates") Optional<Integer> statusDays) {}
