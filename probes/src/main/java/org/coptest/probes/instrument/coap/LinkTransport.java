package org.coptest.probes.instrument.coap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.DatagramTransport;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;

/** Carries DTLS records over datagrams of the Dut. */
final class LinkTransport implements DatagramTransport {
  private static final int LARGEST = 1_200;
  private static final int LONGEST_MILLIS = 60_000;
  private final Datagrams link;
  private Optional<ProbeException> failure = Optional.empty();
  private Optional<InterruptedException> interruption = Optional.empty();
  private boolean answered;
  private boolean unreachable;

  LinkTransport(Datagrams link) {
    this.link = link;
  }

  /** Whether any datagram came. */
  boolean answered() {
    return answered;
  }

  /** Whether the device said that nobody listens. */
  boolean unreachable() {
    return unreachable;
  }

  /** Throws what DTLS took for the end of the connection, but was ours. */
  void check() throws ProbeException, InterruptedException {
    if (interruption.isPresent()) {
      throw interruption.get();
    } else if (failure.isPresent()) {
      throw failure.get();
    }
  }

  @Override
  public int getReceiveLimit() {
    return 65_535;
  }

  @Override
  public int getSendLimit() {
    return LARGEST;
  }

  @Override
  public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
    int patience = waitMillis <= 0 ? LONGEST_MILLIS : Math.min(waitMillis, LONGEST_MILLIS);
    try {
      switch (link.receive(Duration.ofMillis(patience))) {
        case Datagram.Answer answer -> {
          answered = true;
          int count = Math.min(length, answer.bytes().length);
          System.arraycopy(answer.bytes(), 0, buffer, offset, count);
          return count;
        }
        case Datagram.Unreachable gone -> {
          unreachable = true;
          throw new PortUnreachableException();
        }
        case Datagram.Silent silent -> {
          return -1;
        }
      }
    } catch (ProbeException e) {
      throw ended(e);
    } catch (InterruptedException e) {
      throw ended(e);
    }
  }

  @Override
  public void send(byte[] buffer, int offset, int length) throws IOException {
    try {
      link.send(Arrays.copyOfRange(buffer, offset, offset + length));
    } catch (ProbeException e) {
      throw ended(e);
    } catch (InterruptedException e) {
      throw ended(e);
    }
  }

  private IOException ended(ProbeException e) {
    failure = Optional.of(e);
    return new IOException(e);
  }

  private IOException ended(InterruptedException e) {
    interruption = Optional.of(e);
    return new InterruptedIOException();
  }

  @Override
  public void close() {
    // The link is closed by who opened it, once its transcript is stored.
  }
}
