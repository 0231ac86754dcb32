package org.coptest.spi.declaration;

import java.util.Optional;

/** 12-NetSecImpl: an implementation of network or security functions. */
public record NetSecImpl(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "name of the implementation") Optional<String> name,
    @Key(doc = "its version") Optional<String> version,
    @Key(doc = "review or evaluation method") Optional<String> method,
    @Key(doc = "report of it") Optional<String> report,
    Origin at)
    implements Row {}
