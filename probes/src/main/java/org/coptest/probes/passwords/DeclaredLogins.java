package org.coptest.probes.passwords;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Transport;

/** The declared logins of a device, by the port or protocol they are offered on. */
final class DeclaredLogins {
  private final Target target;

  DeclaredLogins(Target target) {
    this.target = target;
  }

  /** Whether nothing at all is declared about logins. */
  boolean absent() {
    return target.ixit().authMech().isAbsent();
  }

  /** Stable name of a port: the declared interface, or transport and port. */
  String subject(Transport transport, int port) {
    return interfaceAt(transport, port)
        .map(LogIntf::id)
        .orElse("%s/%d".formatted(transport.name().toLowerCase(Locale.ROOT), port));
  }

  /**
   * The login declared for what speaks this protocol on this port: one that says so, one of the
   * port that names no other protocol tried there, or one of the protocol that names no port.
   */
  Optional<AuthMech> at(int port, LoginProtocol protocol) {
    var here =
        mechanisms().stream()
            .filter(mech -> port(mech).filter(p -> p == port).isPresent())
            .filter(mech -> transport(mech).map(protocol.transport()::equals).orElse(true))
            .toList();
    return first(here, mech -> named(mech).filter(protocol::namedBy).isPresent())
        .or(() -> first(here, mech -> speaks(mech, protocol)))
        .or(() -> first(here, mech -> protocol.first() && !speaksBesides(mech, protocol)))
        .or(() -> first(here, mech -> protocol == LoginProtocol.HTTP_FORM && nameless(mech)))
        .or(() -> first(mechanisms(), mech -> port(mech).isEmpty() && speaks(mech, protocol)));
  }

  /** Whether no protocol that is tried is named for it. */
  private boolean nameless(AuthMech mech) {
    return named(mech).flatMap(LoginProtocol::named).isEmpty();
  }

  private static Optional<AuthMech> first(List<AuthMech> rows, Predicate<AuthMech> wanted) {
    return rows.stream().filter(wanted).findFirst();
  }

  /** Whether it is the login of another protocol that shares its ports with this one. */
  private boolean speaksBesides(AuthMech mech, LoginProtocol protocol) {
    return Stream.of(LoginProtocol.values())
        .filter(other -> other != protocol && !other.first())
        .anyMatch(other -> speaks(mech, other));
  }

  /** Password logins declared for this protocol. */
  List<AuthMech> speaking(LoginProtocol protocol) {
    return mechanisms().stream()
        .filter(DeclaredLogins::takesPassword)
        .filter(mech -> speaks(mech, protocol))
        .toList();
  }

  /** How many places are declared where such a login may be met. */
  int places(LoginProtocol protocol) {
    var ports =
        target.ixit().logIntf().stream()
            .filter(row -> !shut(row) && row.protocol().filter(protocol::declaredAs).isPresent())
            .map(LogIntf::id);
    var logins =
        speaking(protocol).stream()
            .filter(mech -> !shut(mech))
            .map(mech -> interfaceOf(mech).map(LogIntf::id).orElse(mech.id()));
    return (int) Stream.concat(ports, logins).distinct().count();
  }

  /** Logins over a network that are declared. */
  List<AuthMech> mechanisms() {
    return target.ixit().authMech().stream().filter(mech -> mech.network().orElse(true)).toList();
  }

  /** The TCP port a login names by its interface. */
  Optional<Integer> port(AuthMech mech) {
    return interfaceOf(mech).flatMap(LogIntf::port);
  }

  /** Whether the login or its interface names the protocol as spoken inside TLS. */
  boolean insideTls(AuthMech mech, LoginProtocol protocol) {
    return Stream.concat(
            mech.protocol().stream(), interfaceOf(mech).flatMap(LogIntf::protocol).stream())
        .anyMatch(protocol::namesTls);
  }

  /** Whether its interface is declared as off in the state the device is in. */
  boolean shut(AuthMech mech) {
    return interfaceOf(mech).filter(this::shut).isPresent();
  }

  /** Whether it asks for a password, as far as declared. */
  static boolean takesPassword(AuthMech mech) {
    return mech.factor().map(factor -> factor == Factor.PASSWORD).orElse(true);
  }

  static String path(AuthMech mech) {
    return "ixit.authMech[" + mech.id() + "]";
  }

  private boolean speaks(AuthMech mech, LoginProtocol protocol) {
    return named(mech).filter(protocol::declaredAs).isPresent();
  }

  private Optional<String> named(AuthMech mech) {
    return mech.protocol().or(() -> interfaceOf(mech).flatMap(LogIntf::protocol));
  }

  private Optional<Transport> transport(AuthMech mech) {
    return interfaceOf(mech).flatMap(LogIntf::transport);
  }

  private Optional<LogIntf> interfaceOf(AuthMech mech) {
    return mech.endpoint()
        .flatMap(LoginEndpoint::interfaceId)
        .flatMap(id -> target.ixit().logIntf().row(id));
  }

  private Optional<LogIntf> interfaceAt(Transport transport, int port) {
    return target.ixit().logIntf().stream()
        .filter(row -> row.transport().orElse(Transport.TCP) == transport)
        .filter(row -> row.port().filter(p -> p == port).isPresent())
        .findFirst();
  }

  private boolean shut(LogIntf row) {
    return row.status().filter(s -> s == InterfaceStatus.DISABLED).isPresent()
        || row.states().filter(states -> !states.contains(target.state())).isPresent();
  }
}
