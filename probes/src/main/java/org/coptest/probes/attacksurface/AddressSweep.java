package org.coptest.probes.attacksurface;

import java.util.List;
import java.util.stream.Stream;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.PortSet;

/**
 * All looks at one address of the device.
 *
 * @param address the literal address
 * @param first first sweep over all ports
 * @param second second sweep over all ports, later; empty when the first brought no answer at all
 * @param last third look at ports that were ever open and at silent ones
 * @param resetAtOnce ports that reset the third connection before anything was said
 * @param answering control: ports that had answered, asked again around each part of the second
 *     sweep
 * @param closed control: random ports that were not open, asked again between the sweeps
 * @param sampled ports whose reaction was tried because too many accepted
 * @param reacted those of them that sent anything
 */
public record AddressSweep(
    String address,
    Look first,
    Look second,
    Look last,
    PortSet resetAtOnce,
    ControlLook answering,
    ControlLook closed,
    PortSet sampled,
    PortSet reacted) {

  /** More open ports than this are taken for something that accepts in place of the device. */
  public static final int PLAUSIBLE_OPEN = 200;

  private Stream<Look> looks() {
    return Stream.of(first, second, last);
  }

  /** Ports that accepted in any look. */
  public PortSet opened() {
    return looks().map(look -> look.result().open()).reduce(PortSet.none(), PortSet::or);
  }

  /** Ports that accepted in two looks or three. */
  public PortSet openTwice() {
    var one = first.result().open();
    var two = second.result().open();
    var three = last.result().open();
    return one.and(two).or(one.and(three)).or(two.and(three));
  }

  /** Ports that refused in some look and never accepted. */
  public PortSet refused() {
    return looks()
        .map(look -> look.result().refused())
        .reduce(PortSet.none(), PortSet::or)
        .minus(opened());
  }

  /** Ports that neither accepted nor refused in any look. */
  public PortSet unanswered() {
    return first.asked().minus(opened()).minus(refused());
  }

  /** Whether the address ever answered. */
  public boolean answered() {
    return !opened().isEmpty() || !refused().isEmpty();
  }

  /** Whether something seems to accept in place of the device. */
  public boolean acceptsEverything() {
    return opened().size() > PLAUSIBLE_OPEN || closed.opened() > 0;
  }

  /** Ports that answered in the first sweep and were silent in the second. */
  public PortSet fellSilent() {
    return second.result().silent().and(first.result().open().or(first.result().refused()));
  }

  /** Ports that were silent in the first sweep and answered in the second. */
  public PortSet wokeUp() {
    return first.result().silent().and(second.result().open().or(second.result().refused()));
  }

  /** Evidence of the looks in which this port accepted. */
  public List<EvidenceRef> sightings(int port) {
    return looks().filter(l -> l.result().open().contains(port)).map(Look::evidence).toList();
  }

  /** Evidence of all looks. */
  public List<EvidenceRef> evidence() {
    return looks().map(Look::evidence).distinct().toList();
  }
}
