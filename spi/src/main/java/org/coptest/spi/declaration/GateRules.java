package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** What the gate asks of this target. */
public record GateRules(
    @Key(doc = "provisions that must be decided") Optional<List<String>> require, Origin at) {}
