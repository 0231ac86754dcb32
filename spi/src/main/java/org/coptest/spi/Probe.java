package org.coptest.spi;

import java.util.List;
import org.coptest.spi.declaration.Target;

/**
 * Looks in one way and has no opinion. Found by {@link java.util.ServiceLoader}; holds no state
 * between calls.
 *
 * @param <O> the facts it brings back
 */
public interface Probe<O extends Observation> {

  /** {@code topic.name}, unique among all probes of a run. */
  String id();

  /** What it needs; the plan is computed from this. */
  Needs needs();

  /** The bundled or lab-supplied lists it reads; printed in reports with date and count. */
  default List<DataList> lists() {
    return List.of();
  }

  /** What it will do to this device as far as the declaration tells; for the plan only. */
  default Effort effort(Target declared) {
    return Effort.lasting(needs().typical());
  }

  /**
   * Looks.
   *
   * @throws ProbeException when it could not look; every unit that needs it becomes undecided
   * @throws InterruptedException when the campaign is stopped or the time is up
   */
  O observe(Bench bench, EvidenceLog evidence) throws InterruptedException, ProbeException;
}
