package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 21-PersData: a kind of personal data. */
public record PersData(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "why it is processed") Optional<String> purpose,
    @Key(doc = "only collected to compute an aggregate") Optional<Boolean> aggregation,
    @Key(doc = "who may see it") Optional<List<String>> authorizedParties,
    @Key(doc = "how long it is kept") Optional<String> lifecycle,
    @Key(doc = "what is done with it") Optional<String> processing,
    @Key(doc = "ids of comMech that carry it") Optional<List<String>> comMechs,
    @Key(doc = "sensitive personal data") Optional<Boolean> sensitive,
    @Key(doc = "goes to associated services") Optional<Boolean> toService,
    @Key(doc = "services can store it") Optional<Boolean> storedByService,
    @Key(doc = "consent is the basis") Optional<Boolean> consent,
    @Key(doc = "how consent is obtained") Optional<String> obtainingConsent,
    @Key(doc = "how consent is withdrawn") Optional<String> withdrawingConsent,
    @Key(doc = "how it is made anonymous") Optional<String> anonymization,
    Origin at)
    implements Row {}
