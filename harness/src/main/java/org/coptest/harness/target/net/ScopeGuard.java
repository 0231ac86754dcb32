package org.coptest.harness.target.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;

/** Lets through what is declared and nothing else; every socket is opened towards its answer. */
final class ScopeGuard {
  private final List<InetAddress> declared;

  /** Refuses addresses that may not be reached at all, before anything is sent. */
  ScopeGuard(List<InetAddress> addresses, boolean allowPublic) {
    addresses.stream()
        .flatMap(address -> refusal(address, allowPublic).stream())
        .findFirst()
        .ifPresent(reason -> {
          throw new OutOfScopeException(reason);
        });
    this.declared = List.copyOf(addresses);
  }

  /** Why this address may not be part of a target; empty when it may. */
  static Optional<String> refusal(InetAddress address, boolean allowPublic) {
    var text = address.getHostAddress();
    if (address.isMulticastAddress()) {
      return Optional.of(text + " is a multicast address");
    }
    if (address.isAnyLocalAddress() || isBroadcast(address)) {
      return Optional.of(text + " is not the address of one device");
    }
    if (!allowPublic && !IsolatedNetworks.contain(address)) {
      return Optional.of(
          text + " is public; set reach.allowPublic and authorised on the target to reach it");
    }
    return Optional.empty();
  }

  /** Where to connect: the declared address itself, with the scope id it was declared with. */
  InetSocketAddress admit(Endpoint endpoint, Transport transport) {
    if (endpoint.transport() != transport) {
      throw new OutOfScopeException(endpoint.text() + " is not a " + transport + " endpoint");
    }
    if (endpoint.port() < 1 || endpoint.port() > 65_535) {
      throw new OutOfScopeException(endpoint.text() + " has no valid port");
    }
    return new InetSocketAddress(admit(endpoint.address()), endpoint.port());
  }

  /** The declared address that equals this one. */
  InetAddress admit(InetAddress address) {
    return declared.stream()
        .filter(address::equals)
        .filter(one -> scope(address) == 0 || scope(one) == scope(address))
        .findFirst()
        .orElseThrow(() ->
            new OutOfScopeException(
                address.getHostAddress() + " is not a declared address of the target"));
  }

  /** Whether this address belongs to the target. */
  boolean holds(InetAddress address) {
    return declared.contains(address);
  }

  private static int scope(InetAddress address) {
    return address instanceof Inet6Address six ? six.getScopeId() : 0;
  }

  private static boolean isBroadcast(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 4 && (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
  }
}
