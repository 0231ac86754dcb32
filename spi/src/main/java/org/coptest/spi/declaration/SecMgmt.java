package org.coptest.spi.declaration;

import java.util.Optional;

/** 14-SecMgmt: management of critical security parameters. */
public record SecMgmt(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "generation") Optional<String> generation,
    @Key(doc = "provisioning") Optional<String> provisioning,
    @Key(doc = "storage") Optional<String> storage,
    @Key(doc = "updates") Optional<String> updates,
    @Key(doc = "decommissioning, archive and destruction") Optional<String> decommissioning,
    @Key(doc = "expiry and compromise") Optional<String> compromise,
    Origin at)
    implements Row {}
