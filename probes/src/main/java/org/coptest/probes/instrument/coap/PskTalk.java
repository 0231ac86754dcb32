package org.coptest.probes.instrument.coap;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsTimeoutException;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Datagrams;

/** One handshake over one socket, and one request inside it. */
final class PskTalk implements AutoCloseable {
  private static final int LARGEST = 16_384;
  private static final int ROUNDS = 2;
  private static final int MOST_MESSAGES = 100;
  private final Datagrams link;
  private final LinkTransport transport;
  private final PskClient client;
  private final CoapTiming timing;
  private Optional<DTLSTransport> session = Optional.empty();

  PskTalk(Datagrams link, Optional<PresharedKey> own, CoapTiming timing) {
    this.link = link;
    this.transport = new LinkTransport(link);
    this.client = new PskClient(own, timing);
    this.timing = timing;
  }

  /** How a handshake ended. */
  enum Ending {
    /** Both have shown that they know the key. */
    FINISHED,
    /** The device ended it with an alert. */
    ALERT,
    /** Nothing more came. */
    SILENCE,
    /** The device said that nobody listens. */
    UNREACHABLE,
    /** We ended it: there was no key to say, or the bytes were no DTLS. */
    OURS
  }

  Ending handshake() throws ProbeException, InterruptedException {
    try {
      session = Optional.of(new DTLSClientProtocol().connect(client, transport));
      return Ending.FINISHED;
    } catch (TlsTimeoutException e) {
      transport.check();
      return Ending.SILENCE;
    } catch (IOException | RuntimeException e) {
      transport.check();
      if (transport.unreachable()) {
        return Ending.UNREACHABLE;
      }
      return client.alert() >= 0 ? Ending.ALERT : Ending.OURS;
    }
  }

  /** Whether the device came to ask for the key. */
  boolean asked() {
    return client.asked();
  }

  /** The alert of the device; -1 for none. */
  int alert() {
    return client.alert();
  }

  /** Whether anything came back at all. */
  boolean answered() {
    return transport.answered();
  }

  /** The code of the answer to a request inside the session; -1 when none came. */
  int ask(CoapRequest request) throws ProbeException, InterruptedException {
    try {
      int code = -1;
      for (int round = 0; round < ROUNDS && code < 0 && session.isPresent(); round++) {
        session.get().send(request.bytes(), 0, request.bytes().length);
        code = answer(session.get(), request);
      }
      return code;
    } catch (IOException | RuntimeException e) {
      transport.check();
      return -1;
    }
  }

  private int answer(DTLSTransport inside, CoapRequest request) throws IOException {
    var buffer = new byte[LARGEST];
    long end = System.nanoTime() + timing.again().toNanos();
    for (int messages = 0; messages < MOST_MESSAGES; messages++) {
      long left = (end - System.nanoTime()) / 1_000_000;
      int count = left <= 0 ? -1 : inside.receive(buffer, 0, buffer.length, (int) left);
      if (count < 0) {
        return -1;
      }
      int code = request.codeOf(Arrays.copyOf(buffer, count));
      // 0.00 only says that the answer comes later, in a message of its own.
      if (code > 0) {
        return code;
      }
    }
    return -1;
  }

  Optional<EvidenceRef> transcript() {
    return Optional.of(link.transcript());
  }

  @Override
  public void close() {
    try {
      if (session.isPresent()) {
        session.get().close();
      }
    } catch (IOException e) {
      // The device need not hear that we leave.
      return;
    } finally {
      link.close();
    }
  }
}
