package org.coptest.spi.declaration;

import java.util.Optional;

/** 8-UpdProc: how updates are made and shipped. */
public record UpdProc(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "time frame in days") Optional<Integer> maxDays,
    @Key(doc = "who does it") Optional<String> owner,
    Origin at)
    implements Row {}
