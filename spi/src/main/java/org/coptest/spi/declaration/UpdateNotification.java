package org.coptest.spi.declaration;

import java.util.Optional;

/** How the user hears of updates. */
public record UpdateNotification(
    @Key(doc = "app, web, device, none, …") Optional<String> kind,
    @Key(doc = "names the risks mitigated") Optional<Boolean> risks,
    @Key(doc = "shown on the device") Optional<Boolean> onDevice,
    @Key(doc = "tells that the function is interrupted") Optional<Boolean> interruption) {}
