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
  private static final int TRIES_OF_THE_EXPECTED = 2;
  private static final int SAMPLE = 256;
  private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  private final PaceTable pace;
  private final Limits limits;
  private final Random random;
  private final BenchTime time;
  private final Rounds rounds;

  PortSweeper(PaceTable pace, Limits limits, long seed, BenchTime time) {
    this(pace, limits, seed, time, (job, ports, patience) -> round(pace, job, ports, patience));
  }

  PortSweeper(PaceTable pace, Limits limits, long seed, BenchTime time, Rounds rounds) {
    this.rounds = rounds;
    this.pace = pace;
    this.limits = limits;
    this.random = new Random(seed);
    this.time = time;
  }

  /**
   * One sweep.
   *
   * @param expected ports declared or known to answer; their silence is doubted longest
   */
  Sweep sweep(
      InetAddress address,
      PortSet ports,
      PortSet expected,
      SweepProgress progress,
      Deadline deadline)
      throws ProbeException, InterruptedException {
    var tally = new PortTally();
    var job = new Job(address, tally, expected, progress, ports.size(), deadline);
    rounds.ask(job, shuffled(ports), pace.sweepPatience());
    retryWhileTimeIsLeft(job);
    progress.at(ports.size(), ports.size());
    return tally.sweep();
  }

  // Every port was asked once by now, so the sweep is whole even if there is no time to insist.
  private void retryWhileTimeIsLeft(Job job) throws ProbeException, InterruptedException {
    try {
      doubtSilence(job);
      retry(job);
    } catch (ProbeException stopped) {
      if (stopped.reasonCode() != Cause.BUDGET_EXHAUSTED) {
        throw stopped;
      }
    }
  }

  // Tens of thousands of silent ports are not all asked again, so a lost packet to one of the few
  // that matter would make a live device look dead.
  private void doubtSilence(Job job) throws ProbeException, InterruptedException {
    for (int i = 0; i < TRIES_OF_THE_EXPECTED; i++) {
      var silent = shuffled(job.tally.in(PortState.SILENT).and(job.expected));
      if (silent.length > 0) {
        rounds.ask(job, silent, limits.connect());
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
      rounds.ask(job, silent, patience);
      return true;
    }
    int before = job.tally.in(PortState.SILENT).size();
    rounds.ask(job, Arrays.copyOf(silent, SAMPLE), patience);
    if (job.tally.in(PortState.SILENT).size() == before) {
      return false;
    }
    rounds.ask(job, Arrays.copyOfRange(silent, SAMPLE, silent.length), patience);
    return true;
  }

  private static void round(PaceTable pace, Job job, int[] ports, Duration patience)
      throws ProbeException, InterruptedException {
    int workers = Double.isInfinite(pace.firstConnects()) ? WORKERS : 1;
    try (var threads = Executors.newFixedThreadPool(workers, PortSweeper::thread)) {
      try {
        var rounds = new ArrayList<Future<Void>>();
        for (int i = 0; i < workers; i++) {
          rounds.add(
              threads.submit(worker(pace, job, share(ports, i, workers), patience, workers)));
        }
        await(rounds, job);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Callable<Void> worker(
      PaceTable pace, Job job, int[] ports, Duration patience, int workers) {
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
  record Job(
      InetAddress address,
      PortTally tally,
      PortSet expected,
      SweepProgress progress,
      int total,
      Deadline deadline) {}

  /** Connects once to each of these ports and tallies what came of it. */
  @FunctionalInterface
  interface Rounds {
    void ask(Job job, int[] ports, Duration patience) throws ProbeException, InterruptedException;
  }
}
