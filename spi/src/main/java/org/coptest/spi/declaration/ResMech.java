package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 23-ResMech: a resilience mechanism. */
public record ResMech(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "power or network") Optional<String> type,
    @Key(doc = "what it keeps up") Optional<List<String>> guarantees,
    Origin at)
    implements Row {}
