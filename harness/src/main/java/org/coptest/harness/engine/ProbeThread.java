package org.coptest.harness.engine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Observation;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * Runs a probe on a thread of its own, so that its time limit holds even for a probe that ignores
 * interruption: such a thread is given up, and the fault is the probe's.
 */
final class ProbeThread {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private ProbeThread() {}

  static Observation observe(Probe<?> probe, Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var task = new FutureTask<Observation>(() -> probe.observe(bench, evidence));
    var thread = new Thread(task, "probe " + probe.id());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(bench.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      stop(probe, thread);
      throw new ProbeException(
          Cause.BUDGET_EXHAUSTED, "its time was up before it had seen everything", late);
    } catch (InterruptedException stopped) {
      stop(probe, thread);
      throw stopped;
    } catch (ExecutionException failed) {
      throw reason(failed.getCause());
    }
  }

  private static void stop(Probe<?> probe, Thread thread)
      throws ProbeException, InterruptedException {
    thread.interrupt();
    // The caller may itself be interrupted; the probe still gets its grace to clean up.
    boolean interrupted = Thread.interrupted();
    thread.join(GRACE);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
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
}
