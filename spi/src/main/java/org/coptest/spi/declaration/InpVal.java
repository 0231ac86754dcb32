package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 29-InpVal: an input validation method. */
public record InpVal(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "ids of userIntf, logIntf or extApi") Optional<List<String>> source,
    Origin at)
    implements Row {}
