package org.coptest.spi.declaration;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 7-UpdMech: an update mechanism. */
public record UpdMech(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "comes over a network") Optional<Boolean> network,
    @Key(doc = "needs no user") Optional<Boolean> automatic,
    @Key(doc = "automatic, app, web or other") Optional<String> initiation,
    @Key(doc = "hosts it asks") Optional<List<String>> servers,
    @Key(doc = "interval of checks, ISO 8601") Optional<Duration> checkEvery,
    @Key(doc = "checks after initialization") Optional<Boolean> afterInit,
    @Key(doc = "authenticity, integrity, confidentiality") Optional<List<String>> guarantees,
    @Key(doc = "cryptographic details") Optional<Crypto> crypto,
    @Key(doc = "refuses older versions") Optional<Boolean> rollbackProtected,
    @Key(doc = "what a user may set") Optional<UpdateConfig> config,
    @Key(doc = "how the user hears of it") Optional<UpdateNotification> notification,
    @Key(doc = "package format") Optional<String> format,
    @Key(doc = "files of trust anchors") Optional<List<String>> trustAnchors,
    @Key(doc = "local, endpoint-override or staging") Optional<String> delivery,
    @Key(doc = "how older versions are refused") Optional<String> antiRollback,
    @Key(doc = "last day of updates") Optional<LocalDate> supportUntil,
    Origin at)
    implements Row {}
