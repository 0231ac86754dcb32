package org.coptest.bench.compare;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.coptest.harness.record.Campaign;
import org.coptest.harness.target.net.BenchTime;
import org.coptest.harness.target.net.Deadline;
import org.coptest.harness.target.net.DutSettings;
import org.coptest.harness.target.net.LiveDut;
import org.coptest.probes.attacksurface.ServiceIdentity;
import org.coptest.probes.attacksurface.TcpSweep;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.passwords.LoginTrials;
import org.coptest.spi.Bench;
import org.coptest.spi.Driver;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.Observation;
import org.coptest.spi.Operator;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/** Logins by the shipped probes at pace unlimited, after a sweep as in every campaign. */
final class OurLogins implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private final Campaign record;
  private final LiveDut dut;
  private final Deadline deadline;
  private final View view;

  /** What the oracle made of one login. */
  record Judged(int candidates, int controls, int accepted, int wronglyAccepted, Duration wall) {
    Duration each() {
      return wall.dividedBy(Math.max(1, candidates + controls));
    }
  }

  OurLogins(Path folder, Target target, InetAddress address, LabCredentials credentials)
      throws ProbeException, InterruptedException {
    record = OurSweep.record(folder);
    deadline = Deadline.after("bench", LIMIT, BenchTime.system());
    dut = new LiveDut(DutSettings.of(target, List.of(address), Pace.UNLIMITED, deadline), record);
    view = new View(dut, target, credentials, new LinkedHashMap<>(), deadline);
    look(new TcpSweep());
    look(new ServiceIdentity());
  }

  /** Every surface this probe finds, taken together. */
  Judged tried(Probe<LoginTrials> probe) throws ProbeException, InterruptedException {
    long started = System.nanoTime();
    var trials = look(probe);
    var wall = Duration.ofNanos(System.nanoTime() - started);
    var attempts = trials.surfaces().stream().flatMap(it -> it.attempts().stream()).toList();
    var candidates = attempts.stream().filter(it -> it.role() == AttemptRole.CANDIDATE).toList();
    return new Judged(
        candidates.size(),
        attempts.size() - candidates.size(),
        (int) candidates.stream().filter(it -> it.outcome() == LoginOutcome.ACCEPTED).count(),
        (int) attempts.stream().filter(it -> it.wronglyAccepted()).count(),
        wall);
  }

  private <O extends Observation> O look(Probe<O> probe)
      throws ProbeException, InterruptedException {
    dut.beginProbe(probe.id(), deadline, new byte[0]);
    try {
      var seen = probe.observe(view, dut.evidenceLog((what, done, total) -> {}));
      view.seen().put(seen.getClass(), seen);
      return seen;
    } finally {
      dut.endProbe();
    }
  }

  @Override
  public void close() {
    dut.close();
    record.close();
  }

  /** The bench as the probes see it. */
  private record View(
      Dut dut,
      Target declared,
      LabCredentials labCredentials,
      Map<Class<?>, Observation> seen,
      Deadline deadline)
      implements Bench {

    @Override
    public Dut sample(int number) {
      return dut;
    }

    @Override
    public Target declaredSample(int number) {
      return declared;
    }

    @Override
    public <O extends Observation> O seen(Class<O> type) throws ProbeException {
      return Optional.ofNullable(seen.get(type))
          .map(type::cast)
          .orElseThrow(() -> new ProbeException(Cause.HARNESS_ERROR, "not seen: " + type));
    }

    @Override
    public Optional<Driver> driver(String name) {
      return Optional.empty();
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
    public RandomGenerator random() {
      return new SplittableRandom(7);
    }

    @Override
    public Duration remaining() {
      return deadline.remaining();
    }
  }
}
