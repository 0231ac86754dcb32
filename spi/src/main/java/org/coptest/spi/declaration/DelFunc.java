package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 25-DelFunc: a deletion function. */
public record DelFunc(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "device or services") Optional<String> target,
    @Key(doc = "how it is started") Optional<String> trigger,
    @Key(doc = "how success is shown") Optional<String> confirmation,
    @Key(doc = "ids of persData it erases") Optional<List<String>> covers,
    Origin at)
    implements Row {}
