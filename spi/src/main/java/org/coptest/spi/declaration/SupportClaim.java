package org.coptest.spi.declaration;

import java.util.Optional;

/** One row of the ICS: what the maker claims for a provision. */
public record SupportClaim(
    @Key(doc = "Y, N or N/A") Support support,
    @Key(doc = "reason or description in the maker's words") Optional<String> detail,
    Origin at) {}
