package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 26-UserDec: a decision the user takes. */
public record UserDec(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "choices") Optional<List<String>> options,
    @Key(value = "default", doc = "choice after delivery") Optional<String> byDefault,
    @Key(doc = "when it is asked") Optional<String> triggeredBy,
    Origin at)
    implements Row {}
