package org.coptest.bench.fleet;

import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;

/** What a trivial probe sees. */
@ObservationType("bench.facts")
public record PaperFacts(String seen) implements Observation {}
