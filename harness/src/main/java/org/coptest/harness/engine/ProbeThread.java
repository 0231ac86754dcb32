package org.coptest.harness.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Observation;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * The thread on which the probes of one device run, one after another, so that a time limit holds
 * even for a probe that ignores interruption: such a thread is given up, the next probe gets
 * another one, and the fault is the probe's.
 */
final class ProbeThread implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private final Duration grace;
  private ThreadPoolExecutor thread = fresh();

  ProbeThread() {
    this(GRACE);
  }

  /** With this long for a probe to end after it was interrupted. */
  ProbeThread(Duration grace) {
    this.grace = grace;
  }

  /** Nothing is started before the first probe. */
  private static ThreadPoolExecutor fresh() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> Thread.ofPlatform().daemon().name("probe").unstarted(task));
  }

  /** A probe at work; no interruption meant for it outlives it. */
  private static final class Look extends FutureTask<Observation> {
    private final String name;
    private final CountDownLatch ended = new CountDownLatch(1);

    Look(Probe<?> probe, Bench bench, EvidenceLog evidence) {
      super(() -> probe.observe(bench, evidence));
      this.name = "probe " + probe.id();
    }

    @Override
    public void run() {
      Thread.currentThread().setName(name);
      try {
        super.run();
      } finally {
        ended.countDown();
      }
    }
  }

  Observation observe(Probe<?> probe, Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var look = new Look(probe, bench, evidence);
    thread.execute(look);
    try {
      return look.get(bench.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      stop(probe, look);
      throw new ProbeException(
          Cause.BUDGET_EXHAUSTED, "its time was up before it had seen everything", late);
    } catch (InterruptedException stopped) {
      stop(probe, look);
      throw stopped;
    } catch (ExecutionException failed) {
      throw reason(failed.getCause());
    }
  }

  private void stop(Probe<?> probe, Look look) throws ProbeException, InterruptedException {
    look.cancel(true);
    // The caller may itself be interrupted; the probe still gets its grace to clean up.
    boolean interrupted = Thread.interrupted();
    boolean ended = look.ended.await(grace.toMillis(), TimeUnit.MILLISECONDS);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      close();
      thread = fresh();
      throw new ProbeException(
          Cause.HARNESS_ERROR, "probe " + probe.id() + " did not stop when it was interrupted");
    }
  }

  private static ProbeException reason(@org.jspecify.annotations.Nullable Throwable cause)
      throws InterruptedException {
    return switch (cause) {
      case ProbeException known -> known;
      case InterruptedException stopped -> throw stopped;
      case null -> new ProbeException(Cause.HARNESS_ERROR, "the probe failed without a reason");
      default ->
          new ProbeException(
              Cause.HARNESS_ERROR,
              "the probe failed: %s at %s".formatted(cause, firstFrame(cause)),
              cause);
    };
  }

  private static String firstFrame(Throwable cause) {
    var frames = cause.getStackTrace();
    return frames.length == 0 ? "an unknown place" : frames[0].toString();
  }

  /** Ends it once it is idle; one that was given up ends with its probe, if ever. */
  @Override
  public void close() {
    var last = thread;
    if (last.getPoolSize() > 0) {
      // From within: an idle thread that is ended from outside pays with an exception.
      last.execute(last::shutdown);
    } else {
      last.shutdown();
    }
  }
}
