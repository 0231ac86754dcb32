package org.coptest.spi.declaration;

import java.util.Optional;

/** What a user may set about updates. */
public record UpdateConfig(
    @Key(doc = "can be enabled") Optional<Boolean> enable,
    @Key(doc = "can be disabled") Optional<Boolean> disable,
    @Key(doc = "can be postponed") Optional<Boolean> postpone,
    @Key(value = "default", doc = "setting after delivery") Optional<String> byDefault) {}
