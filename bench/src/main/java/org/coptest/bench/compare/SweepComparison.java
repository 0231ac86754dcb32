package org.coptest.bench.compare;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.coptest.bench.measure.Processor;
import org.coptest.bench.measure.ScratchFolder;
import org.coptest.bench.measure.Table;
import org.coptest.spi.net.PortSet;

/**
 * Sweeps all TCP ports of a loopback address with coptest and with nmap in turn, and compares what
 * they found and took: {@code SweepComparison [ROUNDS]}.
 */
public final class SweepComparison {
  private static final int LISTENERS = 20;
  private static final int WARM_UPS = 3;
  private static final double TARGET = 1.5;

  private SweepComparison() {}

  /** Prints a table; exits with 1 when a listener of ours was missed. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    var random = new SplittableRandom();
    var address = loopback(random);
    double load = Processor.load();
    try (var open = new OpenPorts(address, LISTENERS, random);
        var scratch = ScratchFolder.make();
        var ours = new OurSweep(scratch.path())) {
      var cold = ours.sweep(address);
      for (int i = 1; i < WARM_UPS; i++) {
        ours.sweep(address);
      }
      var pairs = new ArrayList<Pair>();
      for (int i = 0; i < rounds; i++) {
        pairs.add(new Pair(ours.sweep(address), NmapSweep.sweep(address)));
      }
      print(address, load, cold, pairs);
      judge(open.ports(), pairs);
    }
  }

  /** One round. */
  private record Pair(Found ours, Found nmap) {
    double ratio() {
      return (double) ours.wall().toNanos() / nmap.wall().toNanos();
    }
  }

  /** An address nobody else on this machine is likely to use. */
  private static InetAddress loopback(SplittableRandom random) throws Exception {
    return InetAddress.getByAddress(new byte[] {127, part(random), part(random), part(random)});
  }

  private static byte part(SplittableRandom random) {
    return (byte) random.nextInt(2, 250);
  }

  private static void print(InetAddress address, double load, Found cold, List<Pair> pairs) {
    System.out.printf(
        Locale.ROOT,
        "%n65,535 TCP ports of %s, %d cores, load %.1f before and %.1f after%n%n",
        address.getHostAddress(),
        Processor.cores(),
        load,
        Processor.load());
    var table = new Table("sweep", "wall", "processor", "open ports", "coptest / nmap");
    row(table, "coptest, first in its process", cold, "");
    for (var pair : pairs) {
      row(table, "coptest", pair.ours(), "");
      row(table, "nmap -sT -T5", pair.nmap(), String.format(Locale.ROOT, "%.2f", pair.ratio()));
    }
    System.out.println(table.text());
  }

  private static void row(Table table, String name, Found found, String ratio) {
    table.row(
        name,
        Table.seconds(found.wall()),
        found.processor().map(Table::seconds).orElse("not known"),
        Integer.toString(found.open().size()),
        ratio);
  }

  private static void judge(PortSet listening, List<Pair> pairs) {
    double ratio = median(pairs, Pair::ratio);
    System.out.printf(
        Locale.ROOT,
        "%nmedian ratio of the wall times: %.2f, target <= %.1f: %s%n",
        ratio,
        TARGET,
        Table.met(ratio <= TARGET));
    var processor = median(pairs, pair -> seconds(pair.ours()) / seconds(pair.nmap()));
    System.out.printf(Locale.ROOT, "median ratio of the processor times: %.2f%n", processor);
    for (var pair : pairs) {
      compare("coptest", listening, pair.ours().open());
      compare("nmap", listening, pair.nmap().open());
      System.out.println(
          pair.ours().open().equals(pair.nmap().open())
              ? "both found exactly the same %d ports".formatted(pair.ours().open().size())
              : "they differ: coptest alone [%s], nmap alone [%s]"
                  .formatted(
                      pair.ours().open().minus(pair.nmap().open()).text(),
                      pair.nmap().open().minus(pair.ours().open()).text()));
    }
  }

  private static void compare(String who, PortSet listening, PortSet found) {
    var missed = listening.minus(found);
    if (!missed.isEmpty()) {
      throw new IllegalStateException(who + " missed the open ports " + missed.text());
    }
  }

  private static double seconds(Found found) {
    return found.processor().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static double median(List<Pair> pairs, Function<Pair, Double> value) {
    var sorted = pairs.stream().map(value).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
