package org.coptest.bench.fleet;

import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.SafetyClass;

/** Sees at once what it always sees. */
record PaperProbe(String id) implements Probe<PaperFacts> {

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.PORTS);
  }

  @Override
  public PaperFacts observe(Bench bench, EvidenceLog evidence) {
    return new PaperFacts("one open port on " + bench.declared().id());
  }
}
