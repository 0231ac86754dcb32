package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 27-UserIntf: a user interface. */
public record UserIntf(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "physical or logical") Optional<String> type,
    @Key(doc = "ids of physIntf or logIntf") Optional<List<String>> refs,
    Origin at)
    implements Row {}
