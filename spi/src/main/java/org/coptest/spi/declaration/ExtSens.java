package org.coptest.spi.declaration;

import java.util.Optional;

/** 22-ExtSens: an external sensor. */
public record ExtSens(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "camera, microphone, …") Optional<String> type,
    Origin at)
    implements Row {}
