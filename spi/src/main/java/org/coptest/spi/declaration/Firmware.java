package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** Files of the device's software. */
public record Firmware(
    @Key(doc = "firmware images") Optional<List<String>> images,
    @Key(doc = "update packages") Optional<List<String>> packages,
    @Key(doc = "trust anchors") Optional<List<String>> trustAnchors,
    @Key(doc = "software bills of materials") Optional<List<String>> sbom,
    Origin at) {}
