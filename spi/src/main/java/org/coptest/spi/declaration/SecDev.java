package org.coptest.spi.declaration;

import java.util.Optional;

/** 19-SecDev: a part of the secure development process. */
public record SecDev(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "training, design, coding, testing, review, …") Optional<String> kind,
    Origin at)
    implements Row {}
