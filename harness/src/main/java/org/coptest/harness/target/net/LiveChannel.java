package org.coptest.harness.target.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;
import org.jspecify.annotations.Nullable;

/** A bounded connection whose transcript is stored at close, or at the first call that asks. */
final class LiveChannel implements Channel {
  private static final int MOST_AT_ONCE = 16 * 1024;
  private final Endpoint endpoint;
  private final Wire wire;
  private final ProbeSession session;
  private final ExchangeBudget budget;
  private final Redaction redaction;
  private final Transcript transcript;
  private final ChannelEvidence evidence;
  private final Runnable signOfLife;
  private final Consumer<byte[]> firstWords;
  private final ChannelInput input;
  private final Object reading = new Object();
  private volatile boolean closed;
  private volatile boolean brokenWhileSending;
  private volatile @Nullable ProbeException cut;

  LiveChannel(
      Endpoint endpoint, @Nullable SocketChannel socket, ProbeSession session, ChannelTerms terms) {
    this.endpoint = endpoint;
    this.wire = new Wire(socket);
    this.session = session;
    this.budget = new ExchangeBudget(terms.limits(), session.deadline(), terms.time());
    this.redaction = session.redaction();
    var title = "tcp %s, connection %d".formatted(endpoint.text(), session.nextConnection());
    this.transcript =
        new Transcript(
            title + " of probe " + session.probe(),
            terms.limits().transcriptBytes(),
            redaction,
            terms.time());
    this.evidence = new ChannelEvidence(title, transcript, session);
    this.signOfLife = terms.signOfLife();
    this.firstWords = terms.firstWords();
    this.input = new ChannelInput(this, terms.limits().idle());
    session.opened(this);
    transcript.note("connected");
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void send(byte[] bytes) throws ProbeException, InterruptedException {
    checkUsable();
    try {
      budget.begin();
      sendAll(ByteBuffer.wrap(bytes));
    } catch (IOException broken) {
      checkUsable();
      brokenWhileSending = true;
      transcript.note("the connection broke while sending");
    } catch (ProbeException exhausted) {
      throw cut(exhausted);
    }
  }

  @Override
  public Received receive(Duration patience) throws ProbeException, InterruptedException {
    synchronized (reading) {
      checkUsable();
      try {
        return read(patience);
      } catch (ProbeException exhausted) {
        throw cut(exhausted);
      }
    }
  }

  @Override
  public InputStream input() {
    return input;
  }

  @Override
  public OutputStream output() {
    return new ChannelOutput(this);
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
    synchronized (wire) {
      if (closed) {
        return;
      }
      closed = true;
    }
    wire.closeInOrder();
    if (cut == null) {
      transcript.note("closed by the harness");
    }
    evidence.storeQuietly();
    session.closed(this);
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends our side in order; the device can still send. */
  void endOutput() {
    try {
      wire.endOutput();
      transcript.note("the harness closed its side");
    } catch (IOException gone) {
      brokenWhileSending = true;
    }
  }

  long bytesReceived() {
    return transcript.bytesReceived();
  }

  private void sendAll(ByteBuffer buffer) throws IOException, ProbeException, InterruptedException {
    while (buffer.hasRemaining()) {
      int from = buffer.position();
      int count = wire.write(buffer, budget.remaining());
      if (count == 0) {
        throw new ProbeException(Cause.BUDGET_EXHAUSTED, "the device took no more bytes");
      }
      var part = new byte[count];
      buffer.get(from, part);
      transcript.sent(part, count);
    }
  }

  private Received read(Duration patience) throws ProbeException, InterruptedException {
    var remaining = budget.remaining();
    boolean shortened = remaining.compareTo(patience) < 0;
    var buffer = ByteBuffer.allocate(MOST_AT_ONCE);
    try {
      int count = wire.read(buffer, shortened ? remaining : patience);
      if (count > 0) {
        return data(buffer.array(), count);
      }
      return count < 0 ? end() : silence(patience, shortened);
    } catch (IOException failure) {
      return failed(failure);
    }
  }

  private Received data(byte[] bytes, int count) throws ProbeException {
    signOfLife.run();
    var data = Arrays.copyOf(bytes, count);
    if (transcript.bytesReceived() == 0) {
      firstWords.accept(data);
    }
    transcript.received(data, count);
    budget.received(count);
    return new Received.Data(data);
  }

  // After a reset met while sending, Linux reports a plain end of stream.
  private Received end() {
    signOfLife.run();
    if (brokenWhileSending) {
      transcript.note("reset by the device");
      return new Received.Reset();
    }
    transcript.note("closed by the device");
    return new Received.Closed();
  }

  private Received silence(Duration patience, boolean shortened) throws ProbeException {
    if (shortened) {
      budget.remaining();
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, "the time of the exchange is used up");
    }
    transcript.note("nothing for " + patience.toMillis() + " ms");
    return new Received.Silent();
  }

  private Received failed(IOException failure) throws ProbeException {
    checkUsable();
    if (Wire.isReset(failure)) {
      signOfLife.run();
      transcript.note("reset by the device");
      return new Received.Reset();
    }
    transcript.note("the connection failed: " + failure.getMessage());
    throw new ProbeException(
        ConnectFailure.isBench(failure) ? Cause.BENCH_FAULT : Cause.TARGET_UNREACHABLE,
        "the connection to " + endpoint.text() + " failed: " + failure.getMessage(),
        failure);
  }

  private ProbeException cut(ProbeException reason) {
    if (reason.reasonCode() == Cause.BUDGET_EXHAUSTED && cut == null) {
      cut = reason;
      transcript.note("cut by the harness, " + reason.getMessage());
      wire.close();
    }
    return reason;
  }

  private void checkUsable() throws ProbeException {
    if (closed) {
      throw new IllegalStateException("the channel to " + endpoint.text() + " is closed");
    }
    var reason = cut;
    if (reason != null) {
      throw new ProbeException(reason.reasonCode(), String.valueOf(reason.getMessage()), reason);
    }
  }
}
