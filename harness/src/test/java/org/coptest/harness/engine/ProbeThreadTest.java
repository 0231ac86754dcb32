package org.coptest.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.coptest.harness.engine.Fixture.Facts;
import org.coptest.harness.engine.Fixture.Look;
import org.coptest.harness.engine.Fixture.Looking;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.Observation;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ProbeThreadTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ProbeThread thread = new ProbeThread(SHORT);
  private final CountDownLatch test = new CountDownLatch(1);
  private final AtomicReference<Thread> first = new AtomicReference<>();

  @AfterEach
  void endsWhatStillRuns() {
    test.countDown();
    thread.close();
  }

  @Test
  void runsTheProbesOfADeviceOneAfterAnotherOnOneThreadThatIsNotTheCallers() throws Exception {
    observe("test.one", LONG, this::remembersItsThread);

    assertThat(observe("test.two", LONG, bench -> new Facts(nameIf(first.get()))))
        .isEqualTo(new Facts("probe test.two"));
    assertThat(first.get()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void noInterruptionOfAProbeReachesTheNextOne() throws Exception {
    var thorough = new ProbeThread(LONG);
    var caller = Thread.currentThread();
    assertThatThrownBy(() -> observe(thorough, "test.slow", LONG, bench -> cleansUp(caller)))
        .isInstanceOf(InterruptedException.class);

    for (int i = 0; i < 100; i++) {
      assertThat(observe(thorough, "test.next", LONG, bench -> new Facts("" + isDisturbed())))
          .isEqualTo(new Facts("false"));
    }
    thorough.close();
  }

  @Test
  void givesUpAThreadWhoseProbeIgnoresInterruptionAndRunsTheNextProbeOnAnother() throws Exception {
    var caller = Thread.currentThread();
    assertThatThrownBy(() -> observe("test.deaf", LONG, bench -> isDeaf(caller)))
        .isInstanceOfSatisfying(
            ProbeException.class,
            deaf -> assertThat(deaf.reasonCode()).isEqualTo(Cause.HARNESS_ERROR))
        .hasMessageContaining("test.deaf");

    assertThat(observe("test.next", LONG, bench -> new Facts(nameIf(first.get()))))
        .isEqualTo(new Facts("another"));
    test.countDown();
    first.get().join();
  }

  @Test
  void endsItsThreadWhenTheDeviceIsDone() throws Exception {
    try (var another = new ProbeThread(SHORT)) {
      observe(another, "test.one", LONG, this::remembersItsThread);
      assertThat(first.get().isAlive()).isTrue();
    }

    first.get().join();
    assertThat(first.get().isAlive()).isFalse();
  }

  private Facts remembersItsThread(org.coptest.spi.Bench bench) {
    first.set(Thread.currentThread());
    return new Facts("seen");
  }

  private static String nameIf(Thread expected) {
    return Thread.currentThread() == expected ? expected.getName() : "another";
  }

  /** Ends when its caller's stop interrupts it, and leaves its thread marked as interrupted. */
  private Facts cleansUp(Thread caller) {
    caller.interrupt();
    try {
      test.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Facts("too late");
  }

  private Facts isDeaf(Thread caller) {
    first.set(Thread.currentThread());
    caller.interrupt();
    while (test.getCount() > 0) {
      isDisturbed();
    }
    return new Facts("too late");
  }

  private boolean isDisturbed() {
    try {
      return test.await(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException disturbed) {
      return true;
    }
  }

  private Observation observe(String id, Duration limit, Looking looking) throws Exception {
    return observe(thread, id, limit, looking);
  }

  private static Observation observe(ProbeThread thread, String id, Duration limit, Looking looking)
      throws Exception {
    var time = TimeLeft.of(Optional.of(limit));
    var bench =
        new ProbeBench(
            List.of(),
            Map.of(),
            Clock.systemUTC(),
            new SplittableRandom(7),
            time,
            LabCredentials.none());
    return thread.observe(new Look(id, looking), bench, new NoEvidence());
  }

  private record NoEvidence() implements EvidenceLog {
    @Override
    public EvidenceRef text(String title, String body) {
      throw new UnsupportedOperationException(title);
    }

    @Override
    public EvidenceRef bytes(String title, byte[] body) {
      throw new UnsupportedOperationException(title);
    }

    @Override
    public void progress(String what, long done, long total) {}
  }
}
