package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 6-SoftComp: a software component. */
public record SoftComp(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "ids of updMech") Optional<List<String>> updateMechs,
    @Key(doc = "why it cannot be updated") Optional<String> immutableReason,
    @Key(doc = "uses cryptography") Optional<Boolean> cryptoUsage,
    @Key(doc = "side effects of replacing it are considered")
        Optional<Boolean> sideEffectsConsidered,
    Origin at)
    implements Row {}
