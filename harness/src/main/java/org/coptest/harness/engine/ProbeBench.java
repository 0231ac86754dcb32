package org.coptest.harness.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.Bench;
import org.coptest.spi.Driver;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.Observation;
import org.coptest.spi.Operator;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/** The bench as one probe sees it. */
record ProbeBench(
    List<OpenDevice> devices,
    Map<String, ProbeOutcome> earlier,
    Clock clock,
    RandomGenerator random,
    TimeLeft time,
    LabCredentials labCredentials)
    implements Bench {

  @Override
  public Dut dut() {
    return devices.get(0).dut();
  }

  @Override
  public Dut sample(int number) {
    return devices.get(number).dut();
  }

  @Override
  public <O extends Observation> O seen(Class<O> type) throws ProbeException {
    for (var outcome : earlier.values()) {
      if (outcome instanceof Observed observed && type.isInstance(observed.observation())) {
        return type.cast(observed.observation());
      }
    }
    throw missing(type);
  }

  private ProbeException missing(Class<?> type) {
    return earlier.values().stream()
        .filter(CouldNotLook.class::isInstance)
        .map(CouldNotLook.class::cast)
        .findFirst()
        .map(one ->
            new ProbeException(
                one.cause(), "it builds on " + one.probe() + ", which said: " + one.reason()))
        .orElseGet(() ->
            new ProbeException(Cause.HARNESS_ERROR, "no probe brought " + type.getSimpleName()));
  }

  @Override
  public Target declared() {
    return declaredSample(0);
  }

  @Override
  public Target declaredSample(int number) {
    return devices.get(number).target();
  }

  @Override
  public Optional<Driver> driver(String name) {
    return devices.get(0).driver(name);
  }

  @Override
  public Operator operator() {
    return Operator.absent();
  }

  @Override
  public Duration remaining() {
    return time.left();
  }
}
