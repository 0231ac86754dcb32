package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 15-PhyIntf: a physical or radio interface. */
public record PhysIntf(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "port, radio, …") Optional<String> kind,
    @Key(doc = "connector or radio type") Optional<String> type,
    @Key(doc = "usable for debugging") Optional<Boolean> debug,
    @Key(doc = "enabled or disabled") Optional<InterfaceStatus> status,
    @Key(doc = "required, intermittently or never") Optional<String> exposure,
    @Key(doc = "casing, access control, …") Optional<String> protection,
    @Key(doc = "why it is there") Optional<String> purpose,
    @Key(doc = "what it tells before login") Optional<List<String>> disclosed,
    Origin at)
    implements Row {}
