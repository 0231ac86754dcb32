package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** How the device is reached: exactly one of host, hosts, emulate or qemu. */
public record Reach(
    @Key(doc = "address or host name") Optional<String> host,
    @Key(doc = "several addresses of one device") Optional<List<String>> hosts,
    @Key(doc = "persona/make of an emulated device", pattern = "[a-z0-9-]+/[a-z0-9-]+")
        Optional<String> emulate,
    @Key(doc = "firmware image to start; not in this release") Optional<String> qemu,
    @Key(doc = "the address is public and may be reached") Optional<Boolean> allowPublic,
    Origin at) {}
