package org.coptest.probes.attacksurface;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;

/** Sweeps written by hand, for rules. */
public final class SweepRecords {
  private String address = InetAddress.getLoopbackAddress().getHostAddress();
  private final List<Sweep> looks = new ArrayList<>();
  private PortSet reset = PortSet.none();
  private ControlLook answering = new ControlLook(48, 48, 0);
  private ControlLook closed = new ControlLook(40, 40, 0);

  /** A device that refuses all but these ports, in every look. */
  public static TcpSweeps open(Integer... ports) {
    return new SweepRecords().look(ports).look(ports).look(ports).toSweeps();
  }

  static SweepRecords device() {
    return new SweepRecords();
  }

  /** One more look that finds these open and all others refused. */
  SweepRecords look(Integer... open) {
    var found = ports(open);
    return look(found, PortSet.all().minus(found));
  }

  /** One more look; what is neither open nor refused is silent. */
  SweepRecords look(PortSet open, PortSet refused) {
    var silent = PortSet.all().minus(open).minus(refused);
    looks.add(new Sweep(open, refused, silent, PortSet.none()));
    return this;
  }

  SweepRecords at(String literal) {
    address = literal;
    return this;
  }

  SweepRecords resetting(Integer... ports) {
    reset = ports(ports);
    return this;
  }

  SweepRecords answering(int asked, int answered) {
    answering = new ControlLook(asked, answered, 0);
    return this;
  }

  SweepRecords closed(int asked, int answered, int opened) {
    closed = new ControlLook(asked, answered, opened);
    return this;
  }

  TcpSweeps toSweeps() {
    return new TcpSweeps(List.of(toAddress()));
  }

  AddressSweep toAddress() {
    while (looks.size() < 3) {
      looks.add(looks.get(looks.size() - 1));
    }
    return new AddressSweep(
        address,
        written(0),
        written(1),
        written(2),
        reset,
        answering,
        closed,
        PortSet.none(),
        PortSet.none());
  }

  private Look written(int index) {
    var ref = new EvidenceRef("E-%s-%d".formatted(address, index));
    return new Look(Instant.EPOCH, 1, PortSet.all(), looks.get(index), ref);
  }

  static PortSet ports(Integer... ports) {
    return PortSet.of(Arrays.asList(ports));
  }
}
