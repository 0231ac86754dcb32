package org.coptest.spi.declaration;

import java.util.Optional;

/** 3-VulnTypes: how a kind of vulnerability is acted on. */
public record VulnType(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "what is done") Optional<String> action,
    @Key(doc = "time frame in days") Optional<Integer> maxDays,
    @Key(doc = "who does it") Optional<String> owner,
    Origin at)
    implements Row {}
