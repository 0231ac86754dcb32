package org.coptest.probes.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.ClientHello;
import org.coptest.probes.instrument.tls.HelloAnswer;
import org.coptest.probes.instrument.tls.HelloExchange;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.ProbeException;

/** Looks for a hello that a server accepts: plain, with its declared name, without extensions. */
final class GoodHello {
  private static final List<TlsVersion> ORDER =
      List.of(
          TlsVersion.TLS12, TlsVersion.TLS13, TlsVersion.TLS10, TlsVersion.SSL3, TlsVersion.TLS11);

  private static final int DEAF = 8;
  private static final int MANY = 80;

  private final HelloExchange exchange;
  private final CipherSuites suites;
  private final int chunk;
  private boolean spoke;
  private int deaf;
  private int ended;

  GoodHello(HelloExchange exchange, CipherSuites suites, int chunk) {
    this.exchange = exchange;
    this.suites = suites;
    this.chunk = chunk;
  }

  /** Whether anything answered in TLS. */
  boolean spoke() {
    return spoke;
  }

  Optional<ClientHello> find(Optional<String> serverName)
      throws ProbeException, InterruptedException {
    var shapes = new ArrayList<UnaryOperator<ClientHello>>();
    shapes.add(hello -> hello);
    serverName.ifPresent(name -> shapes.add(hello -> hello.to(serverName)));
    shapes.add(ClientHello::stripped);
    for (var shape : shapes) {
      var found = find(shape);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ClientHello> find(UnaryOperator<ClientHello> shape)
      throws ProbeException, InterruptedException {
    for (var version : ORDER) {
      // Newest suites first: most servers accept one of those.
      var chunks = new ArrayList<>(suites.chunks(version, chunk));
      Collections.reverse(chunks);
      for (var offered : chunks) {
        var hello = shape.apply(ClientHello.of(version, offered));
        if (accepts(hello)) {
          return Optional.of(hello);
        } else if (isHopeless()) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private boolean accepts(ClientHello hello) throws ProbeException, InterruptedException {
    switch (exchange.ask(hello).answer()) {
      case HelloAnswer.Chosen chosen -> {
        spoke = true;
        return chosen.version() == hello.version().code();
      }
      case HelloAnswer.Alert alert -> spoke = true;
      case HelloAnswer.Closed closed -> ended++;
      case HelloAnswer.Reset reset -> ended++;
      case HelloAnswer.NotTls odd -> deaf += DEAF / 2;
      default -> deaf++;
    }
    return false;
  }

  /** Silence or other bytes without a word of TLS; servers of old may end many hellos first. */
  private boolean isHopeless() {
    return deaf >= (spoke ? 4 * DEAF : DEAF) || ended >= MANY;
  }
}
