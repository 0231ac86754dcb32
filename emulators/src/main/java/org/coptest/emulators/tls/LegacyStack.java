package org.coptest.emulators.tls;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An outdated server: takes the highest version it knows that the client reaches, then the first
 * suite of its own order that the client offers. It never heard of the extension
 * supported_versions.
 *
 * @param offers what it knows
 * @param certificate of an RSA key, DER, as soon as it is made
 */
record LegacyStack(List<Offer> offers, CompletableFuture<byte[]> certificate) implements TlsStack {

  /** The suites of one version. */
  record Offer(int version, List<Integer> suites) {}

  @Override
  public Reaction reactTo(ClientHello hello) {
    return offers.stream()
        .filter(offer -> offer.version() <= hello.legacyVersion())
        .max(Comparator.comparingInt(Offer::version))
        .map(offer -> choose(offer, hello))
        .orElse(Reactions.alert(lowest(), Reactions.PROTOCOL_VERSION));
  }

  private Reaction choose(Offer offer, ClientHello hello) {
    Optional<Integer> suite = offer.suites().stream().filter(hello.suites()::contains).findFirst();
    return suite
        .map(id -> Reactions.choice(offer.version(), id, certificate))
        .orElse(Reactions.alert(offer.version(), Reactions.HANDSHAKE_FAILURE));
  }

  private int lowest() {
    return offers.stream().mapToInt(Offer::version).min().orElse(0);
  }
}
