package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.Reach;

/** The addresses of a target, resolved once and pinned for the whole campaign. */
public final class DeclaredAddresses {
  private DeclaredAddresses() {}

  /** Resolves {@code reach.host} or {@code reach.hosts}; link-local ones keep their interface. */
  public static List<InetAddress> resolve(Reach reach) throws UnknownHostException {
    var found = new LinkedHashSet<InetAddress>();
    for (var name : names(reach)) {
      found.addAll(List.of(InetAddress.getAllByName(name)));
    }
    return List.copyOf(found);
  }

  /** Why these addresses may not be reached; empty when they may. */
  public static Optional<String> refusal(List<InetAddress> addresses, boolean allowPublic) {
    return addresses.stream()
        .flatMap(address -> ScopeGuard.refusal(address, allowPublic).stream())
        .findFirst();
  }

  private static List<String> names(Reach reach) {
    return reach.host().map(List::of).or(reach::hosts).orElse(List.of());
  }
}
