package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.net.PortSet;

/** When the device last showed that it lives, and the ports known to answer. */
final class SignsOfLife {
  private static final int MOST_OPEN = 8;
  private static final int MOST_REFUSING = 4;
  private final BenchTime time;
  private final Set<InetSocketAddress> open = new LinkedHashSet<>();
  private final Set<InetSocketAddress> refusing = new LinkedHashSet<>();
  private volatile Optional<Instant> last = Optional.empty();

  SignsOfLife(BenchTime time) {
    this.time = time;
  }

  /** Any byte, SYN-ACK or RST. */
  void seen() {
    last = Optional.of(time.utc());
  }

  /** This port answered. */
  void seen(FirstAnswer.Answer answer) {
    if (answer.open()) {
      seenOpen(answer.port());
    } else {
      seenRefusing(answer.port());
    }
  }

  /** This port completed a handshake. */
  void seenOpen(InetSocketAddress port) {
    seen();
    add(open, port, MOST_OPEN);
  }

  /** This port answered with RST. */
  void seenRefusing(InetSocketAddress port) {
    seen();
    add(refusing, port, MOST_REFUSING);
  }

  Optional<Instant> last() {
    return last;
  }

  /** Ports known to answer, open ones first. */
  synchronized List<InetSocketAddress> answering() {
    var all = new ArrayList<>(open);
    all.addAll(refusing);
    return all;
  }

  /** Ports known to answer at this address. */
  PortSet answeringAt(InetAddress address) {
    return PortSet.of(
        answering().stream()
            .filter(port -> address.equals(port.getAddress()))
            .map(InetSocketAddress::getPort)
            .toList());
  }

  private synchronized void add(Set<InetSocketAddress> ports, InetSocketAddress port, int most) {
    if (ports.size() < most) {
      ports.add(port);
    }
  }
}
