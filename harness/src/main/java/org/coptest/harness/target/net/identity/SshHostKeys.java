package org.coptest.harness.target.net.identity;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/**
 * Host keys of the ports that speak SSH. A port shows the same one each time it is asked; only when
 * that is not the declared one, its other keys are marks too.
 */
public final class SshHostKeys implements IdentityCheck {
  private final KeyPorts ports;
  private final Optional<DeclaredMark> declared;
  private final Map<Endpoint, Map<String, Mark>> known = new LinkedHashMap<>();

  private SshHostKeys(KeyPorts ports, Optional<DeclaredMark> declared) {
    this.ports = ports;
    this.declared = declared;
  }

  /** Of this device. */
  public static SshHostKeys of(Target target) {
    return new SshHostKeys(
        KeyPorts.ssh(target), DeclaredMark.of(target.identity(), MarkKind.SSH_HOST_KEY));
  }

  @Override
  public List<IdentityMark> marks(List<InetAddress> addresses, HeardSpeech heard) {
    var marks = new ArrayList<IdentityMark>();
    ports.on(addresses, heard).forEach(port -> marks.addAll(marks(port)));
    return marks;
  }

  @Override
  public Optional<DeclaredMark> declared() {
    return declared;
  }

  private List<Mark> marks(Endpoint port) {
    var keys = known.computeIfAbsent(port, any -> new LinkedHashMap<>());
    var first =
        keys.computeIfAbsent("", any -> new Mark("SSH host key", port, SshNames.KEYS.getFirst()));
    if (declared.isPresent() && first.last.isPresent() && !isDeclared(first)) {
      for (var type : first.last.get().types()) {
        if (!type.equals(first.last.get().type())) {
          keys.computeIfAbsent(type, any -> new Mark(type + " host key", port, type));
        }
      }
    }
    return keys.values().stream()
        .filter(this::isDeclared)
        .findFirst()
        .map(List::of)
        .orElseGet(() -> List.copyOf(keys.values()));
  }

  private boolean isDeclared(Mark mark) {
    return mark.last
        .filter(key -> declared.filter(d -> d.allows(key.text())).isPresent())
        .isPresent();
  }

  /** One key of one port. */
  private static final class Mark implements IdentityMark {
    private final String what;
    private final Endpoint port;
    private final String type;
    private Optional<SshHostKey> last = Optional.empty();

    private Mark(String what, Endpoint port, String type) {
      this.what = what;
      this.port = port;
      this.type = type;
    }

    @Override
    public MarkKind kind() {
      return MarkKind.SSH_HOST_KEY;
    }

    @Override
    public String name() {
      return what + " of " + port.text();
    }

    @Override
    public boolean asksDevice() {
      return true;
    }

    @Override
    public Optional<String> read(Dut dut) throws ProbeException, InterruptedException {
      try (var channel = dut.open(port)) {
        var key = SshKeyReader.read(channel, type);
        last = Optional.of(key);
        return Optional.of(key.text());
      }
    }
  }
}
