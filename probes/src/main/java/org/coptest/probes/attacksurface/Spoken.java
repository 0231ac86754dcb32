package org.coptest.probes.attacksurface;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;

/** What answers on ports, for reasons and for comparison with the declaration. */
final class Spoken {
  private static final Map<String, Protocol> NAMES =
      Map.of(
          "ssh", Protocol.SSH,
          "telnet", Protocol.TELNET,
          "http", Protocol.HTTP,
          "https", Protocol.HTTP,
          "rtsp", Protocol.RTSP,
          "mqtt", Protocol.MQTT,
          "mqtts", Protocol.MQTT,
          "ftp", Protocol.FTP,
          "smtp", Protocol.SMTP);
  private static final List<String> ALWAYS_TLS = List.of("https", "mqtts");

  private final List<Service> services;

  Spoken(Seen seen) {
    services = seen.all(Services.class).stream().flatMap(it -> it.found().stream()).toList();
  }

  private Optional<Service> typedAt(int port) {
    return services.stream().filter(it -> it.port() == port && it.protocol().isTyped()).findFirst();
  }

  /** {@code " and speaks telnet"}, or nothing when it was not recognised. */
  String suffix(int port) {
    return typedAt(port).map(it -> " and speaks " + it.spoken()).orElse("");
  }

  /** What speaks there, when it is something else than the declared protocol. */
  Optional<String> contradicting(int port, String declared) {
    var name = declared.toLowerCase(Locale.ROOT);
    var expected = Optional.ofNullable(NAMES.get(name));
    return typedAt(port)
        .filter(it -> expected.isPresent())
        .filter(it -> !fits(it, expected.orElseThrow(), ALWAYS_TLS.contains(name)))
        .map(Service::spoken);
  }

  /** Why nothing there is the declared protocol, if that is one that would have been recognised. */
  Optional<Cause> mute(int port, String declared) {
    if (!NAMES.containsKey(declared.toLowerCase(Locale.ROOT)) || typedAt(port).isPresent()) {
      return Optional.empty();
    }
    return services.stream().filter(it -> it.port() == port).map(Spoken::why).findFirst();
  }

  private static Cause why(Service service) {
    return service.protocol() == Protocol.TARPIT
        ? Cause.BUDGET_EXHAUSTED
        : Cause.AMBIGUOUS_RESPONSE;
  }

  private static boolean fits(Service service, Protocol expected, boolean tls) {
    boolean hidden = service.protocol() == Protocol.TLS;
    return (hidden || service.protocol() == expected) && (!tls || service.identity().tls());
  }

  /** Ports with what they speak, for a person who has to declare them. */
  String list(List<Integer> ports) {
    return ports.isEmpty()
        ? "none"
        : ports.stream()
            .limit(40)
            .map(port -> "tcp/" + port + typedAt(port).map(s -> " " + s.spoken()).orElse(""))
            .collect(Collectors.joining(", "));
  }
}
