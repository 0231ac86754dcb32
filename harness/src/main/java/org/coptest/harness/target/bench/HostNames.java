package org.coptest.harness.target.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;

/** Resolves what a target declares as its hosts, once; the addresses stay pinned for the run. */
final class HostNames {
  private HostNames() {}

  static List<InetAddress> resolved(Target target) throws ProbeException {
    var hosts =
        Stream.concat(
                target.reach().host().stream(),
                target.reach().hosts().stream().flatMap(List::stream))
            .toList();
    var addresses = new LinkedHashSet<InetAddress>();
    for (var host : hosts) {
      addresses.addAll(resolved(host));
    }
    return List.copyOf(addresses);
  }

  private static List<InetAddress> resolved(String host) throws ProbeException {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException unknown) {
      throw new ProbeException(
          Cause.TARGET_UNREACHABLE, "the name " + host + " does not resolve", unknown);
    }
  }
}
