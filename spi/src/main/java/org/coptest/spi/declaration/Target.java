package org.coptest.spi.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The device as declared. */
public record Target(
    @Key(doc = "stable id of the device", pattern = "[a-z0-9][a-z0-9._-]{0,63}") String id,
    @Key(doc = "what the device says it is") Identity identity,
    @Key(doc = "how it is reached") Reach reach,
    @Key(doc = "state it is in; initialized unless said") DeviceState state,
    @Key(doc = "ids of other targets of the same model") List<String> samples,
    @Key(doc = "ci, lab or destructive") Optional<Profile> profile,
    @Key(doc = "gentle, normal, fast or unlimited") Optional<Pace> pace,
    @Key(doc = "who allowed intrusive or disruptive probes") Optional<Authorisation> authorised,
    @Key(doc = "support claims by provision") Map<String, SupportClaim> ics,
    @Key(doc = "what a lab needs to test") Ixit ixit,
    @Key(doc = "firmware files") Optional<Firmware> firmware,
    @Key(doc = "recipes by name") Map<String, DriverRecipe> drivers,
    @Key(doc = "what the gate asks") Optional<GateRules> gate,
    Origin at) {}
