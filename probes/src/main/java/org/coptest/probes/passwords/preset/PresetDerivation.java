package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;

/**
 * Looks for a rule that computes the preset passwords of the device from what it tells everyone.
 */
@AutoService(Probe.class)
public final class PresetDerivation implements Probe<PresetDerivations> {
  private final DerivationSearch.Limits limits;

  /** With the usual bounds. */
  public PresetDerivation() {
    this(DerivationSearch.Limits.standard());
  }

  PresetDerivation(DerivationSearch.Limits limits) {
    this.limits = limits;
  }

  @Override
  public String id() {
    return "passwords.preset-derivation";
  }

  @Override
  public Needs needs() {
    return Needs.nothing().takes(Duration.ofSeconds(5), Duration.ofMinutes(5));
  }

  @Override
  public PresetDerivations observe(Bench bench, EvidenceLog evidence) throws InterruptedException {
    return new DerivationLook(List.of(bench.declared()), limits).observe(bench, evidence);
  }
}
