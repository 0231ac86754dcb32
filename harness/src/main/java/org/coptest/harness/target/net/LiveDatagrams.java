package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;

/** A connected UDP socket whose transcript is stored at close, or at the first call that asks. */
final class LiveDatagrams implements Datagrams {
  private static final int LARGEST = 65_535;
  private static final int MOST = 10_000;
  private final InetSocketAddress to;
  private final DatagramChannel socket;
  private final Selector selector;
  private final ProbeSession session;
  private final ChannelTerms terms;
  private final Paces paces;
  private final Redaction redaction;
  private final Transcript transcript;
  private final ChannelEvidence evidence;
  private int count;
  private long bytes;

  private LiveDatagrams(
      InetSocketAddress to,
      DatagramChannel socket,
      Selector selector,
      ProbeSession session,
      ChannelTerms terms,
      Paces paces) {
    this.to = to;
    this.socket = socket;
    this.selector = selector;
    this.session = session;
    this.terms = terms;
    this.paces = paces;
    this.redaction = session.redaction();
    var title = "udp %s, socket %d".formatted(endpoint().text(), session.nextConnection());
    this.transcript =
        new Transcript(
            title + " of probe " + session.probe(),
            terms.limits().transcriptBytes(),
            redaction,
            terms.time());
    this.evidence = new ChannelEvidence(title, transcript, session);
    session.opened(this);
  }

  /** Connects a socket, so that "port unreachable" is told; nothing is sent yet. */
  static LiveDatagrams open(
      InetSocketAddress to, ProbeSession session, ChannelTerms terms, Paces paces)
      throws ProbeException {
    try {
      var socket = DatagramChannel.open(SocketKind.of(to.getAddress()));
      socket.setOption(StandardSocketOptions.SO_BROADCAST, false);
      socket.configureBlocking(false);
      socket.connect(to);
      var selector = Selector.open();
      socket.register(selector, SelectionKey.OP_READ);
      return new LiveDatagrams(to, socket, selector, session, terms, paces);
    } catch (IOException failure) {
      throw UdpAsk.failed(to, failure);
    }
  }

  @Override
  public Endpoint endpoint() {
    return new Endpoint(to.getAddress(), Transport.UDP, to.getPort());
  }

  @Override
  public void send(byte[] payload) throws ProbeException, InterruptedException {
    paces.awaitDatagram(session.deadline());
    session.deadline().check();
    transcript.sent(payload, payload.length);
    try {
      socket.write(ByteBuffer.wrap(payload));
    } catch (PortUnreachableException earlier) {
      // That was about a datagram before this one, which is now sent in its place.
      unreachable();
      again(payload);
    } catch (IOException failure) {
      throw UdpAsk.failed(to, failure);
    }
  }

  private void again(byte[] payload) {
    try {
      socket.write(ByteBuffer.wrap(payload));
    } catch (IOException failure) {
      transcript.note("could not be sent: " + failure.getClass().getSimpleName());
    }
  }

  @Override
  public Datagram receive(Duration patience) throws ProbeException, InterruptedException {
    var deadline = session.deadline();
    deadline.check();
    var limit = patience.compareTo(deadline.remaining()) < 0 ? patience : deadline.remaining();
    try {
      return receive(System.nanoTime() + limit.toNanos());
    } catch (PortUnreachableException unreachable) {
      return unreachable();
    } catch (IOException failure) {
      throw UdpAsk.failed(to, failure);
    }
  }

  private Datagram receive(long end) throws IOException, ProbeException, InterruptedException {
    var buffer = ByteBuffer.allocate(LARGEST);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      selector.select(left / 1_000_000 + 1);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      boolean ready = !selector.selectedKeys().isEmpty();
      selector.selectedKeys().clear();
      // An empty datagram is an answer too, and reads as 0 bytes like no datagram at all.
      if (ready && socket.receive(buffer) != null) {
        return answer(Arrays.copyOf(buffer.array(), buffer.position()));
      }
    }
    transcript.note("no answer");
    return new Datagram.Silent();
  }

  private Datagram answer(byte[] payload) throws ProbeException {
    terms.signOfLife().run();
    transcript.received(payload, payload.length);
    count++;
    bytes += payload.length;
    if (count > MOST || bytes > terms.limits().receivedBytes()) {
      throw new ProbeException(
          Cause.BUDGET_EXHAUSTED,
          "flood: %d datagrams of %d bytes on one socket".formatted(count, bytes));
    }
    return new Datagram.Answer(payload);
  }

  private Datagram unreachable() {
    terms.signOfLife().run();
    transcript.note("port unreachable");
    return new Datagram.Unreachable();
  }

  @Override
  public void redact(String secret) {
    redaction.hide(secret);
  }

  @Override
  public EvidenceRef transcript() {
    return evidence.store();
  }

  @Override
  public void close() {
    try {
      selector.close();
      socket.close();
    } catch (IOException gone) {
      transcript.note("the socket failed to close");
    }
    evidence.storeQuietly();
    session.closed(this);
  }
}
