package org.coptest.spi;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** What a probe may use while it looks. */
public interface Bench {

  /** The device under test. */
  Dut dut();

  /** Another sample of the same model, counted from 1; sample 0 is {@link #dut()}. */
  Dut sample(int number);

  /** An observation of an earlier probe that {@link Needs#after()} names. */
  <O extends Observation> O seen(Class<O> type) throws ProbeException;

  /** The device as declared. */
  Target declared();

  /** Another sample as declared, counted as in {@link #sample}; 0 is {@link #declared()}. */
  Target declaredSample(int number);

  /** The driver of this name, if the target declares it. */
  Optional<Driver> driver(String name);

  /** Credentials that the lab wants to be tried first. */
  default LabCredentials labCredentials() {
    return LabCredentials.none();
  }

  /** The person at the bench. */
  Operator operator();

  /** The bench clock; never {@code System.currentTimeMillis()}. */
  Clock clock();

  /** Seeded randomness; the seed is in the record. */
  RandomGenerator random();

  /** Time this probe has left. */
  Duration remaining();
}
