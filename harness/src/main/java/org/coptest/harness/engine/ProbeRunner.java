package org.coptest.harness.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.PlannedProbe;
import org.coptest.harness.plan.RunSettings;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * Runs the probes of one device, each between two signs of life. What a probe saw on a device that
 * died under it stays in the record, with a second entry that keeps it from becoming a PASS.
 */
final class ProbeRunner implements AutoCloseable {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
  private final CampaignRecord record;
  private final CampaignProgress progress;
  private final Clock clock;
  private final RunSettings settings;
  private final ProbeThread thread = new ProbeThread();

  ProbeRunner(CampaignRecord record, CampaignProgress progress, Clock clock, RunSettings settings) {
    this.record = record;
    this.progress = progress;
    this.clock = clock;
    this.settings = settings;
  }

  /** Runs it on these devices, the one under test first. */
  void run(DevicePlan device, PlannedProbe planned, List<OpenDevice> devices, TimeLeft time)
      throws InterruptedException {
    record.probeStarted(device.id(), planned.id());
    progress.probeStarted(device, planned.id());
    var started = clock.instant();
    var before = planned.probe().needs().network() ? lifeOf(devices) : OpenDevice.Life.ALIVE;
    if (before == OpenDevice.Life.ALIVE) {
      looked(device, planned, devices, time, started);
    } else {
      finished(device, dead(planned, started, before, devices, List.of()));
    }
  }

  private void looked(
      DevicePlan device,
      PlannedProbe planned,
      List<OpenDevice> devices,
      TimeLeft time,
      Instant started)
      throws InterruptedException {
    // Both from here: asking first whether the device lives may have taken a while.
    var began = clock.instant();
    var stopwatch = System.nanoTime();
    var outcome = observed(device, planned, devices, time, started);
    finished(device, outcome);
    clockFault(planned, began, Duration.ofNanos(System.nanoTime() - stopwatch))
        .ifPresent(fault -> finished(device, fault));
    var after = planned.probe().needs().network() ? lifeOf(devices) : OpenDevice.Life.ALIVE;
    if (after != OpenDevice.Life.ALIVE) {
      finished(device, dead(planned, started, after, devices, outcome.evidence()));
    }
  }

  /** A bench whose clock jumps cannot date what it saw; the device has no part in that. */
  private Optional<CouldNotLook> clockFault(
      PlannedProbe planned, Instant started, Duration elapsed) {
    var jump = Duration.between(started, clock.instant()).minus(elapsed);
    return jump.abs().compareTo(CLOCK_TOLERANCE) <= 0
        ? Optional.empty()
        : Optional.of(
            new CouldNotLook(
                planned.id(),
                started,
                elapsed,
                List.of(),
                Cause.BENCH_FAULT,
                "the clock of the bench jumped by %d s while it looked"
                    .formatted(jump.toSeconds())));
  }

  private ProbeOutcome observed(
      DevicePlan device,
      PlannedProbe planned,
      List<OpenDevice> devices,
      TimeLeft deviceTime,
      Instant started)
      throws InterruptedException {
    var probe = planned.probe();
    var time = deviceTime.child(probe.needs().cap());
    var evidence = devices.get(0).begin(planned.id(), planned.safety(), time.left());
    var random = new SplittableRandom(settings.seed() ^ (device.id() + planned.id()).hashCode());
    var bench =
        new ProbeBench(devices, earlier(device), clock, random, time, settings.credentials());
    try {
      var seen = thread.observe(probe, bench, evidence);
      return new Observed(planned.id(), started, since(started), devices.get(0).end(), seen);
    } catch (ProbeException cannot) {
      return new CouldNotLook(
          planned.id(),
          started,
          since(started),
          devices.get(0).end(),
          cannot.reasonCode(),
          String.valueOf(cannot.getMessage()));
    } catch (InterruptedException stopped) {
      devices.get(0).end();
      record.note(device.id(), "probe-interrupted", Map.of("probe", planned.id()));
      throw stopped;
    }
  }

  private Map<String, ProbeOutcome> earlier(DevicePlan device) {
    return record.outcomes(device.id());
  }

  private static OpenDevice.Life lifeOf(List<OpenDevice> devices) throws InterruptedException {
    for (var device : devices) {
      var life = device.life();
      if (life != OpenDevice.Life.ALIVE) {
        return life;
      }
    }
    return OpenDevice.Life.ALIVE;
  }

  private CouldNotLook dead(
      PlannedProbe planned,
      Instant started,
      OpenDevice.Life life,
      List<OpenDevice> devices,
      List<EvidenceRef> evidence) {
    var cause =
        switch (life) {
          case NEVER_SEEN -> Cause.TARGET_UNREACHABLE;
          case CHANGED -> Cause.TARGET_CHANGED;
          case UNASKED -> Cause.BENCH_FAULT;
          case ALIVE, DIED -> Cause.TARGET_DIED;
        };
    var reason =
        switch (life) {
          case NEVER_SEEN -> "the device never answered";
          case CHANGED -> changed(devices);
          case UNASKED -> "the bench could not ask for a sign of life";
          case ALIVE, DIED -> "the device answered before and does not any more";
        };
    return new CouldNotLook(planned.id(), started, since(started), evidence, cause, reason);
  }

  private static String changed(List<OpenDevice> devices) {
    return devices.stream()
        .flatMap(device -> device.change().stream())
        .findFirst()
        .map(what -> "another device answers at its address now: " + what)
        .orElse("another device answers at its address now");
  }

  private void finished(DevicePlan device, ProbeOutcome outcome) {
    record.probeFinished(device.id(), outcome);
    progress.probeFinished(device, outcome);
  }

  private Duration since(Instant started) {
    var took = Duration.between(started, clock.instant());
    return took.isNegative() ? Duration.ZERO : took;
  }

  @Override
  public void close() {
    thread.close();
  }
}
