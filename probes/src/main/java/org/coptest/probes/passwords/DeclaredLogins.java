package org.coptest.probes.passwords;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Transport;

/** The declared logins of a device, by the port or protocol they are offered on. */
final class DeclaredLogins {
  private static final Set<String> WEB = Set.of("http", "https", "web", "http-basic", "basic");
  private final Target target;

  DeclaredLogins(Target target) {
    this.target = target;
  }

  /** Whether nothing at all is declared about logins. */
  boolean absent() {
    return target.ixit().authMech().isAbsent();
  }

  /** Stable name of a TCP port: the declared interface, or transport and port. */
  String subject(int port) {
    return interfaceAt(port).map(LogIntf::id).orElse("tcp/" + port);
  }

  /** The login declared for what speaks this protocol on this port. */
  Optional<AuthMech> at(int port, String protocol) {
    return mechanisms().stream()
        .filter(mech -> port(mech).filter(p -> p == port).isPresent())
        .findFirst()
        .or(() ->
            mechanisms().stream()
                .filter(mech -> port(mech).isEmpty() && speaks(mech, protocol))
                .findFirst());
  }

  /** Password logins declared for this protocol. */
  List<AuthMech> speaking(String protocol) {
    return mechanisms().stream()
        .filter(DeclaredLogins::takesPassword)
        .filter(mech -> speaks(mech, protocol))
        .toList();
  }

  /** Logins over a network that are declared. */
  List<AuthMech> mechanisms() {
    return target.ixit().authMech().stream().filter(mech -> mech.network().orElse(true)).toList();
  }

  /** The TCP port a login names by its interface. */
  Optional<Integer> port(AuthMech mech) {
    return interfaceOf(mech).flatMap(LogIntf::port);
  }

  /** Whether its interface is declared as off in the state the device is in. */
  boolean shut(AuthMech mech) {
    return interfaceOf(mech).filter(this::shut).isPresent();
  }

  /** Whether it asks for a password, as far as declared. */
  static boolean takesPassword(AuthMech mech) {
    return mech.factor().map(factor -> factor == Factor.PASSWORD).orElse(true);
  }

  /** {@code ssh}, {@code telnet} or {@code http} for the names in use for them. */
  static String family(String protocol) {
    var name = protocol.toLowerCase(Locale.ROOT);
    return WEB.contains(name) ? "http" : name;
  }

  static String path(AuthMech mech) {
    return "ixit.authMech[" + mech.id() + "]";
  }

  private boolean speaks(AuthMech mech, String protocol) {
    return mech.protocol()
        .or(() -> interfaceOf(mech).flatMap(LogIntf::protocol))
        .filter(name -> family(name).equals(family(protocol)))
        .isPresent();
  }

  private Optional<LogIntf> interfaceOf(AuthMech mech) {
    return mech.endpoint()
        .flatMap(LoginEndpoint::interfaceId)
        .flatMap(id -> target.ixit().logIntf().row(id));
  }

  private Optional<LogIntf> interfaceAt(int port) {
    return target.ixit().logIntf().stream()
        .filter(row -> row.transport().map(t -> t == Transport.TCP).orElse(true))
        .filter(row -> row.port().filter(p -> p == port).isPresent())
        .findFirst();
  }

  private boolean shut(LogIntf row) {
    return row.status().filter(s -> s == InterfaceStatus.DISABLED).isPresent()
        || row.states().filter(states -> !states.contains(target.state())).isPresent();
  }
}
