package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut.SweepProgress;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;
import org.coptest.spi.verdict.Cause;

/**
 * Sweeps the ports of an address in random order: one round over all, then up to three more over
 * those that stayed silent, each with more patience and after a pause.
 */
final class PortSweeper {
  private static final int RETRIES = 3;
  private static final int SAMPLE = 256;
  private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  private final PaceTable pace;
  private final Limits limits;
  private final Random random;
  private final BenchTime time;

  PortSweeper(PaceTable pace, Limits limits, long seed, BenchTime time) {
    this.pace = pace;
    this.limits = limits;
    this.random = new Random(seed);
    this.time = time;
  }

  Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress, Deadline deadline)
      throws ProbeException, InterruptedException {
    var tally = new PortTally();
    var job = new Job(address, tally, progress, ports.size(), deadline);
    round(job, shuffled(ports), pace.sweepPatience());
    retryWhileTimeIsLeft(job);
    progress.at(ports.size(), ports.size());
    return tally.sweep();
  }

  // Every port was asked once by now, so the sweep is whole even if there is no time to insist.
  private void retryWhileTimeIsLeft(Job job) throws ProbeException, InterruptedException {
    try {
      retry(job);
    } catch (ProbeException stopped) {
      if (stopped.reasonCode() != Cause.BUDGET_EXHAUSTED) {
        throw stopped;
      }
    }
  }

  private void retry(Job job) throws ProbeException, InterruptedException {
    var patience = pace.sweepPatience();
    for (int i = 0; i < RETRIES; i++) {
      var silent = shuffled(job.tally.in(PortState.SILENT));
      patience = shorter(patience.multipliedBy(2), limits.connect());
      if (silent.length == 0 || !goOn(job, silent, patience)) {
        return;
      }
    }
  }

  // Behind a firewall that drops, tens of thousands stay silent: if none of a random sample answers
  // now either, nothing was lost on the way and the others would only cost hours.
  private boolean goOn(Job job, int[] silent, Duration patience)
      throws ProbeException, InterruptedException {
    time.sleep(shorter(patience, job.deadline.remaining()));
    if (silent.length <= 4 * SAMPLE) {
      round(job, silent, patience);
      return true;
    }
    int before = job.tally.in(PortState.SILENT).size();
    round(job, Arrays.copyOf(silent, SAMPLE), patience);
    if (job.tally.in(PortState.SILENT).size() == before) {
      return false;
    }
    round(job, Arrays.copyOfRange(silent, SAMPLE, silent.length), patience);
    return true;
  }

  private void round(Job job, int[] ports, Duration patience)
      throws ProbeException, InterruptedException {
    int workers = Double.isInfinite(pace.firstConnects()) ? WORKERS : 1;
    try (var threads = Executors.newFixedThreadPool(workers, PortSweeper::thread)) {
      try {
        var rounds = new ArrayList<Future<Void>>();
        for (int i = 0; i < workers; i++) {
          rounds.add(threads.submit(worker(job, share(ports, i, workers), patience, workers)));
        }
        await(rounds, job);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private Callable<Void> worker(Job job, int[] ports, Duration patience, int workers) {
    var ramp = new RateRamp(pace.firstConnects(), pace.mostConnects());
    int openAtOnce = Math.max(1, pace.openAtOnce() / workers);
    return () -> {
      new SweepRound(job.address, patience, openAtOnce, ramp, job.tally, job.deadline).run(ports);
      return null;
    };
  }

  private static void await(List<Future<Void>> rounds, Job job)
      throws ProbeException, InterruptedException {
    for (var round : rounds) {
      while (!finished(round)) {
        job.progress.at(Math.min(job.tally.done(), job.total), job.total);
      }
    }
  }

  private static boolean finished(Future<Void> round) throws ProbeException, InterruptedException {
    try {
      round.get(100, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillGoing) {
      return false;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ProbeException probe) {
        throw new ProbeException(probe.reasonCode(), String.valueOf(probe.getMessage()), probe);
      }
      throw new IllegalStateException(failure.getCause());
    }
  }

  private int[] shuffled(PortSet ports) {
    var all = ports.ports().toArray();
    for (int i = all.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int port = all[i];
      all[i] = all[j];
      all[j] = port;
    }
    return all;
  }

  private static int[] share(int[] ports, int worker, int workers) {
    int from = (int) ((long) ports.length * worker / workers);
    return Arrays.copyOfRange(ports, from, (int) ((long) ports.length * (worker + 1) / workers));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("sweep").unstarted(work);
  }

  /** One sweep. */
  private record Job(
      InetAddress address, PortTally tally, SweepProgress progress, int total, Deadline deadline) {}
}
