package org.coptest.spi.declaration;

import java.time.LocalDate;
import java.util.List;

/** Who allowed what on this device, and how it is brought back. */
public record Authorisation(
    @Key(doc = "name of the person") String by,
    @Key(doc = "last day it holds") LocalDate until,
    @Key(doc = "intrusive, disruptive") List<SafetyGrant> classes,
    @Key(doc = "how the device is brought back") String recovery,
    Origin at) {}
