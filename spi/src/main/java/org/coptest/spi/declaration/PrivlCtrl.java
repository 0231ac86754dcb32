package org.coptest.spi.declaration;

import java.util.Optional;

/** 17-PrivlCtrl: a technique that keeps privileges small. */
public record PrivlCtrl(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    Origin at)
    implements Row {}
