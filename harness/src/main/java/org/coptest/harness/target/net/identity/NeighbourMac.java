package org.coptest.harness.target.net.identity;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/**
 * The hardware address that the bench's neighbour table holds for the device: another one tells
 * that another device took over its address. Read from a table, so it costs the device nothing.
 */
public final class NeighbourMac implements IdentityCheck {
  private final Neighbours table;
  private final Optional<DeclaredMark> declared;

  NeighbourMac(Neighbours table, Optional<DeclaredMark> declared) {
    this.table = table;
    this.declared = declared;
  }

  /** From the table of this host. */
  public static NeighbourMac of(Target target) {
    return new NeighbourMac(
        Neighbours.ofThisHost(), DeclaredMark.of(target.identity(), MarkKind.MAC));
  }

  @Override
  public List<IdentityMark> marks(List<InetAddress> addresses, HeardSpeech heard) {
    return addresses.stream().<IdentityMark>map(address -> new Entry(table, address)).toList();
  }

  @Override
  public Optional<DeclaredMark> declared() {
    return declared;
  }

  /** The entry of one address. */
  private record Entry(Neighbours table, InetAddress address) implements IdentityMark {

    @Override
    public MarkKind kind() {
      return MarkKind.MAC;
    }

    @Override
    public String name() {
      return "MAC of " + address.getHostAddress();
    }

    @Override
    public boolean asksDevice() {
      return false;
    }

    @Override
    public Optional<String> read(Dut dut) {
      return table.mac(address);
    }
  }
}
