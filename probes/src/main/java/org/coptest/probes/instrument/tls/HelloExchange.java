package org.coptest.probes.instrument.tls;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.Untrusted;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;

/** Sends one hello on a fresh connection and reads the answer; at most 64 KiB and 64 reads. */
public final class HelloExchange {
  private static final int MAX_BYTES = 1 << 16;
  private static final int MAX_READS = 64;
  private static final int ALERT = 21;
  private static final int ALERT_RECORD = 7;

  private final Dut dut;
  private final Endpoint endpoint;
  private final RandomGenerator random;
  private final Duration patience;

  /** Hellos to this endpoint, each with this patience for its answer. */
  public HelloExchange(Dut dut, Endpoint endpoint, RandomGenerator random, Duration patience) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.random = random;
    this.patience = patience;
  }

  /**
   * An answer with its transcript.
   *
   * @param evidence empty when no connection came about
   */
  public record Outcome(HelloAnswer answer, Optional<EvidenceRef> evidence) {}

  /** Sends this hello. */
  public Outcome ask(ClientHello hello) throws ProbeException, InterruptedException {
    dut.awaitHello();
    return switch (dut.connect(endpoint)) {
      case ConnectResult.Open open -> exchange(open.channel(), hello.encode(random));
      case ConnectResult.Refused refused -> notConnected("refused");
      case ConnectResult.Silent silent -> notConnected("silent");
      case ConnectResult.NoRoute noRoute -> notConnected("no route");
    };
  }

  private static Outcome notConnected(String detail) {
    return new Outcome(new HelloAnswer.NotConnected(detail), Optional.empty());
  }

  private Outcome exchange(Channel connection, byte[] hello)
      throws ProbeException, InterruptedException {
    try (connection) {
      connection.send(hello);
      var answer = answer(connection);
      return new Outcome(answer, Optional.of(connection.transcript()));
    }
  }

  private HelloAnswer answer(Channel connection) throws ProbeException, InterruptedException {
    var so = new ByteArrayOutputStream();
    long end = System.nanoTime() + patience.multipliedBy(2).toNanos();
    for (int reads = 0; reads < MAX_READS && so.size() < MAX_BYTES; reads++) {
      if (System.nanoTime() > end) {
        break;
      }
      switch (connection.receive(patience)) {
        case Received.Data data -> so.writeBytes(data.bytes());
        case Received.Closed closed -> {
          return cut(so, new HelloAnswer.Closed());
        }
        case Received.Reset reset -> {
          return cut(so, new HelloAnswer.Reset());
        }
        case Received.Silent silent -> {
          return cut(so, new HelloAnswer.Silent());
        }
      }
      var answer = ServerFlight.read(so.toByteArray());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return incomplete(so);
  }

  private static HelloAnswer cut(ByteArrayOutputStream so, HelloAnswer otherwise) {
    return so.size() == 0 ? otherwise : incomplete(so);
  }

  private static HelloAnswer incomplete(ByteArrayOutputStream so) {
    var bytes = so.toByteArray();
    if (bytes.length % ALERT_RECORD == 0 && bytes.length > 0 && bytes[0] == ALERT) {
      // Nothing but warnings, then the end: the last one is what the server had to say.
      return new HelloAnswer.Alert(bytes[bytes.length - 2] & 0xff, bytes[bytes.length - 1] & 0xff);
    }
    return new HelloAnswer.NotTls(
        bytes.length, "the answer ends in the middle", Untrusted.quote(bytes, 64));
  }
}
