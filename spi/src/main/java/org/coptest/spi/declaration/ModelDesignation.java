package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** How the model is named and where it is found. */
public record ModelDesignation(
    @Key(doc = "designation") Optional<String> text,
    @Key(doc = "label, mdns, …") Optional<List<String>> found) {}
