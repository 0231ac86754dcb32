package org.coptest.spi.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;

/**
 * One open TCP connection to the device. Bounded: 1 MiB received by default, slow drips are cut,
 * the exchange and probe deadlines hold; going over throws ProbeException(BUDGET_EXHAUSTED).
 * Everything sent and received is in its transcript.
 */
public interface Channel extends Closeable {

  /** Where it leads. */
  Endpoint endpoint();

  /** Sends all bytes; a reset while sending shows on the next receive. */
  void send(byte[] bytes) throws ProbeException, InterruptedException;

  /** Waits for the next bytes, at most this long. */
  Received receive(Duration patience) throws ProbeException, InterruptedException;

  /** The same bytes as a stream for libraries; reads end with SocketTimeoutException. */
  InputStream input();

  /** The same connection as a stream for libraries. */
  OutputStream output();

  /** Replaces this text, also in base64, by its length and salted digest in the transcript. */
  void redact(String secret);

  /** The transcript of this connection as evidence. */
  EvidenceRef transcript();

  /** Closes in order; never throws. */
  @Override
  void close();

  /** Signals in the streams that a budget was used up. */
  final class BudgetExhaustedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With what was exhausted. */
    public BudgetExhaustedException(String what) {
      super(what);
    }
  }
}
