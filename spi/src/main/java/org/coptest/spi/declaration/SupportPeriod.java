package org.coptest.spi.declaration;

import java.time.LocalDate;
import java.util.Optional;

/** Published support period. */
public record SupportPeriod(
    @Key(doc = "https address") Optional<String> url,
    @Key(doc = "last day of support") Optional<LocalDate> until) {}
