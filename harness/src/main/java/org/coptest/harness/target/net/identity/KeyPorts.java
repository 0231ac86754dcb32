package org.coptest.harness.target.net.identity;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;

/**
 * Ports that show a key: those declared to, and those heard to.
 *
 * @param declared port numbers
 * @param speech what they speak
 */
record KeyPorts(List<Integer> declared, Speech speech) {
  private static final int MOST = 4;
  private static final int USUAL_SSH = 22;
  private static final int USUAL_TLS = 443;
  private static final Set<String> OVER_TLS =
      Set.of(
          "tls", "ssl", "https", "wss", "mqtts", "rtsps", "ftps", "sips", "imaps", "pop3s", "smtps",
          "ldaps", "amqps");

  static KeyPorts ssh(Target target) {
    var ports = ports(target, row -> speaks(row, Set.of("ssh", "sftp")));
    return new KeyPorts(orUsual(ports, target.identity().sshHostKey(), USUAL_SSH), Speech.SSH);
  }

  static KeyPorts tls(Target target) {
    var served =
        target.ixit().comMech().stream()
            .filter(row -> row.protocol().filter("tls"::equalsIgnoreCase).isPresent())
            .filter(row -> row.role().filter("server"::equalsIgnoreCase).isPresent())
            .flatMap(row -> row.interfaceId().stream())
            .toList();
    var ports = ports(target, row -> speaks(row, OVER_TLS) || served.contains(row.id()));
    return new KeyPorts(orUsual(ports, target.identity().tlsKey(), USUAL_TLS), Speech.TLS);
  }

  List<Endpoint> on(List<InetAddress> addresses, HeardSpeech heard) {
    return Stream.concat(
            declared.stream()
                .flatMap(port -> addresses.stream().map(address -> Endpoint.tcp(address, port))),
            heard.ports(speech).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static List<Integer> ports(Target target, Predicate<LogIntf> wanted) {
    return target.ixit().logIntf().stream()
        .filter(row -> row.transport().filter(Transport.TCP::equals).isPresent())
        .filter(row -> row.status().filter(InterfaceStatus.DISABLED::equals).isEmpty())
        .filter(wanted)
        .flatMap(row -> row.port().stream())
        .distinct()
        .toList();
  }

  private static boolean speaks(LogIntf row, Set<String> protocols) {
    return row.protocol()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(protocols::contains)
        .isPresent();
  }

  // Who declares the key and no port for it expects the usual one to be asked.
  private static List<Integer> orUsual(List<Integer> ports, Optional<String> key, int usual) {
    return ports.isEmpty() && key.isPresent() ? List.of(usual) : ports;
  }
}
