package org.coptest.spi.declaration;

import java.util.Optional;

/** 16-CodeMin: a technique that keeps code small. */
public record CodeMin(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    Origin at)
    implements Row {}
