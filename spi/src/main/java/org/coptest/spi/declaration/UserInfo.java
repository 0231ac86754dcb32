package org.coptest.spi.declaration;

import java.util.Optional;

/** 2-UserInfo: what is published for users. */
public record UserInfo(
    @Key(doc = "vulnerability disclosure policy") Optional<DisclosurePolicy> disclosurePolicy,
    @Key(doc = "support period") Optional<SupportPeriod> supportPeriod,
    @Key(doc = "model designation") Optional<ModelDesignation> model,
    @Key(doc = "user documents") Optional<UserDocs> docs) {}
