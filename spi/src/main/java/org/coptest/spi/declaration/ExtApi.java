package org.coptest.spi.declaration;

import java.util.Optional;

/** 28-ExtAPI: an interface for external input. */
public record ExtApi(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(value = "interface", doc = "id of the logIntf") Optional<String> interfaceId,
    @Key(doc = "reachable from outside the local network") Optional<Boolean> remote,
    Origin at)
    implements Row {}
