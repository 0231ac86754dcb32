package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 24-TelData: a kind of telemetry. */
public record TelData(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "why it is collected") Optional<String> purpose,
    @Key(doc = "how it is examined for anomalies") Optional<String> securityExamination,
    @Key(doc = "ids of persData") Optional<List<String>> personalData,
    Origin at)
    implements Row {}
