package org.coptest.spi.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * The device under test, live, and the only way to the network. It refuses whatever is outside the
 * declared target, paces, bounds time and bytes, keeps the login budget and writes transcripts.
 */
public interface Dut {

  /** Logins for measuring how guessing is met, for each surface of a campaign. */
  int MOST_GUESSES = 260;

  /** Id of the target. */
  String id();

  /** The declared addresses, IPv4 and IPv6. */
  List<InetAddress> addresses();

  /**
   * Connects once.
   *
   * @throws ProbeException when the time is up, the bench is out of file handles, or the endpoint
   *     is outside the target
   */
  ConnectResult connect(Endpoint endpoint) throws ProbeException, InterruptedException;

  /** Connects, and calls everything but an open connection a reason not to go on. */
  default Channel open(Endpoint endpoint) throws ProbeException, InterruptedException {
    return switch (connect(endpoint)) {
      case ConnectResult.Open open -> open.channel();
      case ConnectResult.Refused refused ->
          throw new ProbeException(
              Cause.AMBIGUOUS_RESPONSE, endpoint.text() + " refused the connection");
      case ConnectResult.Silent silent ->
          throw new ProbeException(Cause.RATE_LIMITED, endpoint.text() + " did not answer");
      case ConnectResult.NoRoute noRoute ->
          throw new ProbeException(
              Cause.TARGET_UNREACHABLE, "no route to " + endpoint.text() + ": " + noRoute.detail());
    };
  }

  /** Connects once to each of these ports, as many at a time as the pace allows. */
  Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress)
      throws ProbeException, InterruptedException;

  /** Sends one datagram on a connected socket and waits for one answer. */
  Datagram ask(Endpoint endpoint, byte[] payload, Duration patience)
      throws ProbeException, InterruptedException;

  /** Opens a socket for several datagrams to and from one port; nothing is sent yet. */
  Datagrams datagrams(Endpoint endpoint) throws ProbeException, InterruptedException;

  /** Connects to the device first and then opens a loopback door to that connection. */
  Relay relay(Endpoint endpoint) throws ProbeException, InterruptedException;

  /**
   * Waits until one more login may be tried on this surface for this account and takes it from the
   * budget that all probes share.
   *
   * @param surface id of the mechanism or interface
   * @return false when the budget allows no further login before the deadline
   */
  boolean awaitLogin(String surface, String account) throws InterruptedException;

  /**
   * Takes one of the few logins by which it is measured how guessing is met: outside of the login
   * budget, and from the first one on the probe is not paced. A lock that it may set off is waited
   * for by all that comes later.
   *
   * @param surface id of the mechanism or interface
   * @return false when the probe was not planned as intrusive, or this surface has had its {@value
   *     #MOST_GUESSES}
   */
  default boolean awaitGuess(String surface, String account) throws InterruptedException {
    return false;
  }

  /**
   * The same device, which sees us at another address; empty where the bench has no second one that
   * reaches it. It shares everything else with this one.
   */
  default Optional<Dut> fromElsewhere() {
    return Optional.empty();
  }

  /** Waits until one more hello (TLS, SSH) may be sent at this pace. */
  void awaitHello() throws InterruptedException;

  /** Waits until one more HTTP request may be sent at this pace. */
  void awaitHttp() throws InterruptedException;

  /** Hears how far a sweep is. */
  @FunctionalInterface
  interface SweepProgress {
    void at(int done, int total);
  }
}
