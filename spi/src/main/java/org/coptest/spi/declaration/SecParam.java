package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 10-SecParam: a sensitive security parameter. */
public record SecParam(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "critical or public") Optional<ParameterType> type,
    @Key(doc = "what it is used for: update, service, …") Optional<List<String>> use,
    @Key(doc = "kept in persistent storage") Optional<Boolean> persistent,
    @Key(doc = "a hard-coded identity of the device") Optional<Boolean> hardcodedIdentity,
    @Key(doc = "hard-coded in device software") Optional<Boolean> hardcodedInCode,
    @Key(doc = "confidentiality, integrity, authenticity") Optional<List<String>> guarantees,
    @Key(doc = "protection scheme") Optional<String> protection,
    @Key(doc = "how it gets on the device") Optional<String> provisioning,
    @Key(doc = "how it is generated") Optional<Generation> generation,
    @Key(doc = "ids of comMech that carry it") Optional<List<String>> comMechs,
    Origin at)
    implements Row {}
