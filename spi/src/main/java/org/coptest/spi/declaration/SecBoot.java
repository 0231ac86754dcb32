package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 20-SecBoot: secure boot or tamper detection. */
public record SecBoot(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "integrity, authenticity") Optional<List<String>> guarantees,
    @Key(doc = "how a change is noticed") Optional<String> detection,
    @Key(doc = "how the user hears of it") Optional<String> userNotification,
    @Key(doc = "what stays reachable afterwards") Optional<String> notificationFunctionality,
    @Key(doc = "files of trust anchors") Optional<List<String>> trustAnchors,
    Origin at)
    implements Row {}
