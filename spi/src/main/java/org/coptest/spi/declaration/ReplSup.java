package org.coptest.spi.declaration;

import java.util.Optional;

/** 9-ReplSup: isolation and replacement. */
public record ReplSup(
    @Key(doc = "how it can be isolated") Optional<String> isolation,
    @Key(doc = "how it can be replaced") Optional<String> hardwareReplacement) {}
