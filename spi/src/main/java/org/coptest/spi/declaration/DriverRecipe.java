package org.coptest.spi.declaration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing that only the maker knows how to do, as a small recipe or a command. */
public record DriverRecipe(
    @Key(doc = "steps in order") Optional<List<DriverStep>> steps,
    @Key(doc = "program and arguments") Optional<List<String>> command,
    @Key(doc = "time limit, ISO 8601") Optional<Duration> limit,
    @Key(doc = "how the device is brought back") Optional<String> recovery,
    Origin at) {}
