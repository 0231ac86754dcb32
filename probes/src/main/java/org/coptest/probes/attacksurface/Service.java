package org.coptest.probes.attacksurface;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.instrument.service.Identity;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.ShowsInterfaces;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;

/**
 * What answers on one open TCP port.
 *
 * @param address literal address it was asked at
 * @param port 1 to 65535
 * @param identity what it was recognised as
 */
public record Service(String address, int port, Identity identity) {

  /** Where it is. */
  public Endpoint endpoint() {
    try {
      // A literal address: nothing is looked up.
      return Endpoint.tcp(InetAddress.getByName(address), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("not a literal address: " + address, e);
    }
  }

  /** What it speaks. */
  public Protocol protocol() {
    return identity.protocol();
  }

  /** What it speaks, as declarations name it. */
  public String spoken() {
    var name = identity.protocol().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return identity.tls() && identity.protocol() != Protocol.TLS ? name + " over tls" : name;
  }

  /** As a first declaration would name it. */
  public ShowsInterfaces.Found asInterface() {
    var inner = protocol().name().toLowerCase(Locale.ROOT);
    var name = protocol() == Protocol.HTTP && identity.tls() ? "https" : inner;
    return new ShowsInterfaces.Found(
        Transport.TCP,
        port,
        protocol().isTyped() ? Optional.of(name) : Optional.empty(),
        asksForLogin(),
        identity.tls());
  }

  private boolean asksForLogin() {
    return identity.loginPrompt()
        || !identity.http().schemes().isEmpty()
        || protocol() == Protocol.SSH
        || protocol() == Protocol.TELNET
        || protocol() == Protocol.FTP;
  }
}
