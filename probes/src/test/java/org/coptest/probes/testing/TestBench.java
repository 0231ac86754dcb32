package org.coptest.probes.testing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.coptest.spi.Bench;
import org.coptest.spi.Driver;
import org.coptest.spi.Observation;
import org.coptest.spi.Operator;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/** A bench for tests: one device, what earlier probes saw, no operator, no drivers. */
public record TestBench(
    Dut dut,
    Target declared,
    List<Observation> earlier,
    RandomGenerator random,
    List<Target> otherSamples,
    Map<String, Driver> drivers)
    implements Bench {

  /** A device that declares nothing and that nobody has looked at. */
  public static TestBench of(Dut dut) {
    return of(dut, Declared.target(Declared.ixit()));
  }

  /** A declared device after these observations. */
  public static TestBench of(Dut dut, Target declared, Observation... earlier) {
    return new TestBench(dut, declared, List.of(earlier), new Random(1), List.of(), Map.of());
  }

  /** The same bench with further samples of the model, by their declarations. */
  public TestBench beside(Target... others) {
    return new TestBench(dut, declared, earlier, random, List.of(others), drivers);
  }

  /** The same bench with a driver. */
  public TestBench driving(String name, Driver driver) {
    return new TestBench(dut, declared, earlier, random, otherSamples, Map.of(name, driver));
  }

  @Override
  public Target declaredSample(int number) {
    return number == 0 ? declared : otherSamples.get(number - 1);
  }

  @Override
  public Dut sample(int number) {
    if (number <= otherSamples.size()) {
      return dut;
    }
    throw new IllegalArgumentException("there is no sample " + number);
  }

  @Override
  public <O extends Observation> O seen(Class<O> type) throws ProbeException {
    return earlier.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(
            () -> new ProbeException(Cause.HARNESS_ERROR, "not seen: " + type.getSimpleName()));
  }

  @Override
  public Optional<Driver> driver(String name) {
    return Optional.ofNullable(drivers.get(name));
  }

  @Override
  public Operator operator() {
    return Operator.absent();
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Duration remaining() {
    return Duration.ofMinutes(5);
  }
}
