package org.coptest.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.harness.catalogue.Kind;
import org.coptest.harness.engine.Fixture.Facts;
import org.coptest.harness.engine.Fixture.Look;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.target.declaration.DeclaredTarget;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class EngineTest {
  @TempDir private Path folder;
  private final Fixture fixture = new Fixture();

  @BeforeEach
  void declareOneDevice() throws Exception {
    fixture.targets = targets("- {id: cam, reach: {host: 127.0.0.1}}");
  }

  private List<Target> targets(String yaml) throws Exception {
    var file = folder.resolve("targets.yaml");
    Files.writeString(file, yaml);
    var references = new References(List.of(), Set.of("5.6-1"), Map.of(), Clock.systemUTC());
    return TargetsReader.read(file, references).targets().stream()
        .map(DeclaredTarget::unstarted)
        .toList();
  }

  private CaseResult result(String device) {
    return fixture.record.cases.get(device).get(0);
  }

  @Test
  void judgesWhatWasSeenAndClosesTheDeviceFirst() {
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.PASS);
    assertThat(fixture.record.results.get("cam").verdict()).isEqualTo(Verdict.PASS);
    assertThat(fixture.record.events)
        .containsExactly(
            "device cam",
            "probe cam test.look",
            "device-closed cam",
            "case cam 5.6-1-2",
            "finished cam");
  }

  @Test
  void aProbeThatCouldNotLookKeepsAPassAway() {
    fixture.probesOfUnit = List.of("test.look", "test.blind");
    fixture.probes.add(
        new Look(
            "test.blind",
            bench -> {
              throw new ProbeException(Cause.RATE_LIMITED, "the device throttled");
            }));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result("cam").cause()).contains(Cause.RATE_LIMITED);
    assertThat(result("cam").units().get(0).rows()).hasSize(2);
  }

  @Test
  void aBrokenProbeIsTheToolsFault() {
    fixture.probes =
        List.of(
            new Look(
                "test.look",
                bench -> {
                  throw new IllegalStateException("bug");
                }));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result("cam").cause()).contains(Cause.HARNESS_ERROR);
    assertThat(result("cam").reason()).contains("bug").contains("EngineTest");
  }

  @Test
  void aBrokenRuleIsTheToolsFault() {
    fixture.rules =
        List.of(
            new Fixture.Judging(seen -> {
              throw new IllegalStateException("bug");
            }));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.ERROR);
  }

  @Test
  void noRowIsNeverAPass() {
    fixture.rules = List.of(new Fixture.Judging(seen -> List.of()));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aConceptualPassIsOnlyPrepared() {
    fixture.kind = Kind.CONCEPTUAL;
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.PENDING);
    assertThat(result("cam").prepared()).contains(Verdict.PASS);
    assertThat(fixture.record.results.get("cam").provisions().get(0).observed()).isEmpty();
  }

  @Test
  void aDeviceThatDiedUnderTheProbeVoidsThePass() {
    fixture.probes =
        List.of(
            new Look(
                "test.look",
                bench -> {
                  fixture.life = OpenDevice.Life.DIED;
                  return new Facts("seen");
                }));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result("cam").cause()).contains(Cause.TARGET_DIED);
  }

  @Test
  void aDeviceThatNeverAnsweredIsUnreachableAndNotLookedAt() {
    var looks = new AtomicInteger();
    fixture.life = OpenDevice.Life.NEVER_SEEN;
    fixture.probes =
        List.of(new Look("test.look", bench -> new Facts("" + looks.incrementAndGet())));
    fixture.run();

    assertThat(looks).hasValue(0);
    assertThat(result("cam").cause()).contains(Cause.TARGET_UNREACHABLE);
  }

  @Test
  void aProbeIsStoppedAtItsCap() {
    var never = new CountDownLatch(1);
    fixture.probes =
        List.of(
            new Look(
                "test.look",
                bench -> new Facts("" + never.await(1, TimeUnit.HOURS)),
                Needs.network(SafetyClass.ACTIVE_SAFE, Interference.PORTS)
                    .takes(Duration.ofMillis(1), Duration.ofMillis(50))));
    fixture.run();

    assertThat(result("cam").cause()).contains(Cause.BUDGET_EXHAUSTED);
  }

  @Test
  void runsEachProbeOnceInInterferenceOrderWhateverCitesIt() {
    fixture.probesOfUnit = List.of("test.logins", "test.look");
    fixture.probes =
        List.of(
            new Look(
                "test.logins",
                bench -> new Facts("b"),
                Needs.network(SafetyClass.ACTIVE_SAFE, Interference.LOGINS)),
            new Look(
                "test.look",
                bench -> new Facts("a"),
                Needs.network(SafetyClass.ACTIVE_SAFE, Interference.PORTS)));
    fixture.run();

    assertThat(fixture.record.events)
        .containsSubsequence("probe cam test.look", "probe cam test.logins");
    assertThat(fixture.record.events.stream().filter(e -> e.startsWith("probe"))).hasSize(2);
  }

  @Test
  void devicesRunSideBySide() throws Exception {
    fixture.targets =
        targets("- {id: a, reach: {host: 127.0.0.1}}\n- {id: b, reach: {host: 127.0.0.2}}");
    var both = new CyclicBarrier(2);
    fixture.probes = List.of(new Look("test.look", bench -> met(both)));
    fixture.run();

    assertThat(result("a").verdict()).isEqualTo(Verdict.PASS);
    assertThat(result("b").verdict()).isEqualTo(Verdict.PASS);
  }

  private static Facts met(CyclicBarrier both) throws InterruptedException {
    try {
      return new Facts("" + both.await(10, TimeUnit.SECONDS));
    } catch (java.util.concurrent.BrokenBarrierException
        | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the devices did not run at the same time", e);
    }
  }

  @Test
  void twoDevicesOnOneAddressNeverOverlap() throws Exception {
    fixture.targets =
        targets("- {id: a, reach: {host: 127.0.0.1}}\n- {id: b, reach: {host: 127.0.0.1}}");
    var inside = new AtomicInteger();
    var most = Collections.synchronizedList(new ArrayList<Integer>());
    fixture.probes =
        List.of(
            new Look(
                "test.look",
                bench -> {
                  most.add(inside.incrementAndGet());
                  Thread.yield();
                  inside.decrementAndGet();
                  return new Facts("seen");
                }));
    fixture.run();

    assertThat(most).containsExactly(1, 1);
  }

  @Test
  void workOnTwoSamplesComesAfterBothDevices() throws Exception {
    fixture.targets =
        targets(
            "- {id: a, reach: {host: 127.0.0.1}, samples: [b]}\n"
                + "- {id: b, reach: {host: 127.0.0.2}}");
    fixture.probesOfUnit = List.of("test.pair", "test.look");
    fixture.probes = List.of(new Look("test.look", bench -> new Facts("one")), new PairLook());
    fixture.rules = List.of(new Fixture.Judging(seen -> List.of(Fixture.pass())));
    fixture.run();

    var events = fixture.record.events;
    assertThat(events.indexOf("probe a test.pair"))
        .isGreaterThan(events.indexOf("probe a test.look"))
        .isGreaterThan(events.indexOf("probe b test.look"));
    assertThat(result("a").verdict()).isEqualTo(Verdict.PASS);
    assertThat(result("b").cause()).contains(Cause.NEEDS_SECOND_SAMPLE);
  }

  @Test
  void aSampleThatIsLeftOutOfTheCampaignIsMissing() throws Exception {
    fixture.targets =
        targets(
                "- {id: a, reach: {host: 127.0.0.1}, samples: [b]}\n"
                    + "- {id: b, reach: {host: 127.0.0.2}}")
            .subList(0, 1);
    fixture.probesOfUnit = List.of("test.pair", "test.look");
    fixture.probes = List.of(new Look("test.look", bench -> new Facts("one")), new PairLook());
    fixture.rules = List.of(new Fixture.Judging(seen -> List.of(Fixture.pass())));
    fixture.run();

    assertThat(result("a").cause()).contains(Cause.NEEDS_SECOND_SAMPLE);
    assertThat(result("a").reason()).contains("needs sample b, which this campaign leaves out");
  }

  @Test
  void aProbeThatCannotContradictPapersTakesNothingFromThem() throws Exception {
    fixture.targets = targets("- {id: a, reach: {host: 127.0.0.1}}");
    fixture.kind = Kind.CONCEPTUAL;
    fixture.probesOfUnit = List.of("test.pair", "test.look");
    fixture.probes = List.of(new Look("test.look", bench -> new Facts("one")), new PairLook());
    fixture.rules = List.of(new Fixture.Judging(seen -> List.of(Fixture.pass())));
    fixture.run();

    assertThat(result("a").cause()).contains(Cause.NEEDS_ASSESSOR);
    assertThat(result("a").prepared()).contains(Verdict.PASS);
  }

  private static final class PairLook implements org.coptest.spi.Probe<Fixture.PairFacts> {
    @Override
    public String id() {
      return "test.pair";
    }

    @Override
    public Needs needs() {
      return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.HELLOS).samples(2);
    }

    @Override
    public Fixture.PairFacts observe(
        org.coptest.spi.Bench bench, org.coptest.spi.EvidenceLog evidence) {
      return new Fixture.PairFacts("two");
    }
  }

  @Test
  void aStopInterruptsWhatRunsAndJudgesNothing() throws Exception {
    var running = new CountDownLatch(1);
    fixture.probes =
        List.of(
            new Look(
                "test.look",
                bench -> {
                  running.countDown();
                  return new Facts("" + new CountDownLatch(1).await(1, TimeUnit.HOURS));
                }));
    var stopper =
        new Thread(() -> {
          try {
            running.await();
            fixture.stop.now();
          } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
          }
        });
    stopper.start();
    fixture.run();
    stopper.join();

    assertThat(fixture.record.events)
        .contains("probe-interrupted cam", "device-closed cam")
        .doesNotContain("case cam 5.6-1-2", "finished cam");
  }

  @Test
  void aFailStandsThoughAnotherProbeCouldNotLook() {
    fixture.probesOfUnit = List.of("test.look", "test.blind");
    fixture.probes.add(
        new Look(
            "test.blind",
            bench -> {
              throw new ProbeException(Cause.BUDGET_EXHAUSTED, "too slow");
            }));
    fixture.rules =
        List.of(
            new Fixture.Judging(seen ->
                List.of(
                    RowJudgement.fail(
                        "tcp/1",
                        "open",
                        org.coptest.spi.verdict.Sightings.inDeclaration("ixit"),
                        new org.coptest.spi.verdict.Finding("e", "f", "d", "r", "x")))));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aClockThatJumpsIsTheBenchsFault() {
    var offset = new java.util.concurrent.atomic.AtomicLong();
    fixture.clock = new ShiftedClock(offset);
    fixture.probes =
        List.of(
            new Look(
                "test.look",
                bench -> {
                  offset.set(-3_600);
                  return new Facts("seen");
                }));
    fixture.run();

    assertThat(result("cam").verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result("cam").cause()).contains(Cause.BENCH_FAULT);
  }

  /** The system clock, moved by this many seconds. */
  private static final class ShiftedClock extends Clock {
    private final java.util.concurrent.atomic.AtomicLong seconds;

    ShiftedClock(java.util.concurrent.atomic.AtomicLong seconds) {
      this.seconds = seconds;
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public java.time.Instant instant() {
      return java.time.Instant.now().plusSeconds(seconds.get());
    }
  }

  @Test
  void aRecordThatCannotBeWrittenStopsTheCampaign() {
    fixture.record.broken = true;

    org.assertj.core.api.Assertions.assertThatThrownBy(fixture::run)
        .isInstanceOf(org.coptest.harness.record.RecordFaultException.class)
        .hasMessageContaining("disk");
    assertThat(fixture.stop.isAsked()).isTrue();
  }
}
