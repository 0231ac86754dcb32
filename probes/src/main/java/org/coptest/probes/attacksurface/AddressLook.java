package org.coptest.probes.attacksurface;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;

/** Looks at all ports of one address: sweep, control, sweep, control, third look. */
final class AddressLook {
  private static final int BATCH = 4_096;
  private static final int CLOSED_CONTROLS = 20;
  private static final int SILENT_SAMPLE = 1_024;
  private static final int REACTION_SAMPLE = 24;
  private static final Duration HOLD = Duration.ofMillis(400);

  private final Bench bench;
  private final EvidenceLog evidence;
  private final InetAddress address;
  private final Random random;
  private final Duration apart;

  AddressLook(Bench bench, EvidenceLog evidence, InetAddress address, Duration apart) {
    this.bench = bench;
    this.evidence = evidence;
    this.address = address;
    this.random = Random.from(bench.random());
    this.apart = apart;
  }

  AddressSweep sweep() throws ProbeException, InterruptedException {
    var first = firstLook();
    if (isSilent(first)) {
      return silentAddress(first);
    }
    var closed = closedControl(first.result());
    waitSince(first.started());
    var again = bench.clock().instant();
    var controls = knownToAnswer(first.result());
    var framed = new FramedSweep(this::connects, controls, BATCH);
    var second = look("second look", again, PortSet.all(), framed.over(PortSet.all(), evidence));
    closed = closed.plus(closedControl(second.result()));
    return thirdLook(first, second, framed.control(), closed);
  }

  /** Once more if nothing answered: one lost packet can hide the only port that is not filtered. */
  private Look firstLook() throws ProbeException, InterruptedException {
    var started = bench.clock().instant();
    var first = look("first look", started, PortSet.all(), ask("first TCP sweep", PortSet.all()));
    if (!isSilent(first)) {
      return first;
    }
    waitSince(first.started());
    var again = bench.clock().instant();
    return look(
        "first look, repeated,",
        again,
        PortSet.all(),
        ask("first TCP sweep, repeated", PortSet.all()));
  }

  private static boolean isSilent(Look look) {
    return look.result().open().isEmpty() && look.result().refused().isEmpty();
  }

  /** What opens a moment after the first contact would be missed by two looks in one moment. */
  private void waitSince(Instant started) throws InterruptedException {
    var left = apart.minus(Duration.between(started, bench.clock().instant()));
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private AddressSweep thirdLook(Look first, Look second, ControlLook answering, ControlLook closed)
      throws ProbeException, InterruptedException {
    var opened = first.result().open().or(second.result().open());
    boolean tooMany = opened.size() > AddressSweep.PLAUSIBLE_OPEN;
    var started = bench.clock().instant();
    var hold = new HeldPorts(bench.dut(), address, HOLD);
    var reconnected = hold.look(tooMany ? PortSet.none() : opened);
    var again = sample(unsettled(first.result(), second.result()), SILENT_SAMPLE);
    var result = Sweeps.join(reconnected, connects(again));
    var last = look("third look", started, opened.or(again), result);
    var sampled = tooMany ? sample(opened, REACTION_SAMPLE) : PortSet.none();
    return new AddressSweep(
        address.getHostAddress(),
        first,
        second,
        last,
        hold.resetAtOnce(),
        answering,
        closed,
        sampled,
        hold.reacting(sampled));
  }

  private AddressSweep silentAddress(Look first) {
    var nothing = Sweeps.none();
    var none = new Look(first.started(), 0, PortSet.none(), nothing, first.evidence());
    return new AddressSweep(
        address.getHostAddress(),
        first,
        none,
        none,
        PortSet.none(),
        ControlLook.none(),
        ControlLook.none(),
        PortSet.none(),
        PortSet.none());
  }

  /** Ports silent in both sweeps, and those that answered in one of them only. */
  private static PortSet unsettled(Sweep first, Sweep second) {
    return first.silent().or(second.silent()).or(first.unreachable()).or(second.unreachable());
  }

  private ControlLook closedControl(Sweep seen) throws ProbeException, InterruptedException {
    var ports = sample(seen.refused().or(seen.silent()), CLOSED_CONTROLS);
    var result = connects(ports);
    int same =
        result.refused().and(seen.refused()).size() + result.silent().and(seen.silent()).size();
    return new ControlLook(ports.size(), same, result.open().size());
  }

  /** Two ports that accepted and one that refused: silence means nothing while they are silent. */
  private PortSet knownToAnswer(Sweep first) {
    return sample(first.open(), 2).or(sample(first.refused(), 1));
  }

  private PortSet sample(PortSet ports, int count) {
    var shuffled = ports.ports().boxed().collect(Collectors.toList());
    Collections.shuffle(shuffled, random);
    return PortSet.of(shuffled.subList(0, Math.min(count, shuffled.size())));
  }

  private Sweep ask(String what, PortSet ports) throws ProbeException, InterruptedException {
    return bench.dut().sweep(address, ports, (done, total) -> evidence.progress(what, done, total));
  }

  private Sweep connects(PortSet ports) throws ProbeException, InterruptedException {
    return ports.isEmpty() ? Sweeps.none() : bench.dut().sweep(address, ports, (done, total) -> {});
  }

  private Look look(String which, Instant started, PortSet asked, Sweep result) {
    long millis = Duration.between(started, bench.clock().instant()).toMillis();
    var text =
        "address %s%nstarted %s%ntook %d ms%nasked %d ports%nopen: %s%nrefused: %s%nsilent: %s%nunreachable: %s%n"
            .formatted(
                address.getHostAddress(),
                started,
                millis,
                asked.size(),
                result.open().text(),
                result.refused().text(),
                result.silent().text(),
                result.unreachable().text());
    var ref = evidence.text(which + " at TCP ports", text);
    return new Look(started, millis, asked, result, ref);
  }
}
