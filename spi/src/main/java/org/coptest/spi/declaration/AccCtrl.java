package org.coptest.spi.declaration;

import java.util.Optional;

/** 18-AccCtrl: hardware access control for memory. */
public record AccCtrl(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "hardware mechanism") Optional<String> hardware,
    @Key(doc = "support by the operating system") Optional<String> osSupport,
    Origin at)
    implements Row {}
