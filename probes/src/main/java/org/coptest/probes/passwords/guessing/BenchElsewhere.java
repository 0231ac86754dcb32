package org.coptest.probes.passwords.guessing;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.spi.Bench;
import org.coptest.spi.Driver;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.Observation;
import org.coptest.spi.Operator;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** The bench as it is, seen by the device at another address. */
record BenchElsewhere(Bench bench, Dut dut) implements Bench {

  @Override
  public Dut sample(int number) {
    return bench.sample(number);
  }

  @Override
  public <O extends Observation> O seen(Class<O> type) throws ProbeException {
    return bench.seen(type);
  }

  @Override
  public Target declared() {
    return bench.declared();
  }

  @Override
  public Target declaredSample(int number) {
    return bench.declaredSample(number);
  }

  @Override
  public LabCredentials labCredentials() {
    return bench.labCredentials();
  }

  @Override
  public Optional<Driver> driver(String name) {
    return bench.driver(name);
  }

  @Override
  public Operator operator() {
    return bench.operator();
  }

  @Override
  public Clock clock() {
    return bench.clock();
  }

  @Override
  public RandomGenerator random() {
    return bench.random();
  }

  @Override
  public Duration remaining() {
    return bench.remaining();
  }
}
