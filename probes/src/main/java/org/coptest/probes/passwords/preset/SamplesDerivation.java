package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.time.Duration;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;

/** Looks for one rule that computes the preset passwords of every sample. */
@AutoService(Probe.class)
public final class SamplesDerivation implements Probe<PresetDerivations> {

  @Override
  public String id() {
    return "passwords.preset-derivation-samples";
  }

  @Override
  public Needs needs() {
    return Needs.nothing().samples(2).takes(Duration.ofSeconds(10), Duration.ofMinutes(5));
  }

  @Override
  public PresetDerivations observe(Bench bench, EvidenceLog evidence) throws InterruptedException {
    return new DerivationLook(DeclaredSamples.of(bench), DerivationSearch.Limits.standard())
        .observe(bench, evidence);
  }
}
