package org.coptest.spi.declaration;

import java.util.Optional;

/** Where a function is called. */
public record ServiceEndpoint(
    @Key(value = "interface", doc = "id of the logIntf") Optional<String> interfaceId,
    @Key(doc = "request method") Optional<String> method,
    @Key(doc = "path on it") Optional<String> path,
    @Key(doc = "MQTT topic") Optional<String> topic,
    @Key(doc = "SNMP object") Optional<String> oid) {}
