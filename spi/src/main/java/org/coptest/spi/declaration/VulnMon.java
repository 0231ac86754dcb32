package org.coptest.spi.declaration;

import java.util.Optional;

/** 5-VulnMon: how vulnerabilities are monitored, identified and rectified. */
public record VulnMon(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "monitor, identify or rectify") Optional<String> kind,
    Origin at)
    implements Row {}
