package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 13-SoftServ: a software service or function. */
public record SoftServ(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "enabled after delivery") Optional<Boolean> enabled,
    @Key(doc = "reachable over the network in the initialized state") Optional<Boolean> network,
    @Key(doc = "allows security-relevant changes") Optional<Boolean> allowsConfiguration,
    @Key(doc = "ids of authMech") Optional<List<String>> authMechs,
    @Key(doc = "why it is needed") Optional<String> justification,
    @Key(doc = "where it is called") Optional<ServiceEndpoint> endpoint,
    @Key(doc = "value that may be written") Optional<String> harmlessValue,
    @Key(doc = "where the value is read back") Optional<String> readBack,
    Origin at)
    implements Row {}
