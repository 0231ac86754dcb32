package org.coptest.probes.passwords;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.spi.Bench;
import org.coptest.spi.Driver;
import org.coptest.spi.Observation;
import org.coptest.spi.Operator;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** The bench with another sample in the place of the device. */
record SampleView(Bench bench, int number) implements Bench {

  @Override
  public Dut dut() {
    return bench.sample(number);
  }

  @Override
  public Target declared() {
    return bench.declaredSample(number);
  }

  @Override
  public Dut sample(int other) {
    return bench.sample(other);
  }

  @Override
  public Target declaredSample(int other) {
    return bench.declaredSample(other);
  }

  @Override
  public <O extends Observation> O seen(Class<O> type) throws ProbeException {
    return bench.seen(type);
  }

  @Override
  public Optional<Driver> driver(String name) {
    return Optional.empty();
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
