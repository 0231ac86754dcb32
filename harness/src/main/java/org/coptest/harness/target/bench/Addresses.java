package org.coptest.harness.target.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that are written out; never asks a name server. */
final class Addresses {
  private static final Pattern LITERAL =
      Pattern.compile(
          "[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[^\\]]+)?]?");

  private Addresses() {}

  /** The address, if this is one and not a name. */
  static Optional<InetAddress> literal(String host) {
    if (!LITERAL.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
