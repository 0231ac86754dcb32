package org.coptest.spi.declaration;

import java.util.Optional;

/** 4-Conf: confirmations of the maker. */
public record Conf(
    @Key(doc = "vulnerability actions are in place") Optional<Boolean> vulnerabilityActions,
    @Key(doc = "monitoring is in place") Optional<Boolean> vulnerabilityMonitoring,
    @Key(doc = "update procedures are in place") Optional<Boolean> updateProcedures,
    @Key(doc = "key management is in place") Optional<Boolean> secureManagement,
    @Key(doc = "secure development is in place") Optional<Boolean> secureDevelopment) {}
