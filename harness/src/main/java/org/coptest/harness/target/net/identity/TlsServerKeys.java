package org.coptest.harness.target.net.identity;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/** Public keys of the ports that speak TLS. */
public final class TlsServerKeys implements IdentityCheck {
  private final KeyPorts ports;
  private final Optional<DeclaredMark> declared;

  private TlsServerKeys(KeyPorts ports, Optional<DeclaredMark> declared) {
    this.ports = ports;
    this.declared = declared;
  }

  /** Of this device. */
  public static TlsServerKeys of(Target target) {
    return new TlsServerKeys(
        KeyPorts.tls(target), DeclaredMark.of(target.identity(), MarkKind.TLS_KEY));
  }

  @Override
  public List<IdentityMark> marks(List<InetAddress> addresses, HeardSpeech heard) {
    return ports.on(addresses, heard).stream().<IdentityMark>map(Mark::new).toList();
  }

  @Override
  public Optional<DeclaredMark> declared() {
    return declared;
  }

  /** The key of one port. */
  private record Mark(Endpoint port) implements IdentityMark {

    @Override
    public MarkKind kind() {
      return MarkKind.TLS_KEY;
    }

    @Override
    public String name() {
      return "TLS key of " + port.text();
    }

    @Override
    public boolean asksDevice() {
      return true;
    }

    @Override
    public Optional<String> read(Dut dut) throws ProbeException, InterruptedException {
      try (var channel = dut.open(port)) {
        return Optional.of(TlsKeyReader.read(channel).hex());
      }
    }
  }
}
