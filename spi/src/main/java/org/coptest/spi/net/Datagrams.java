package org.coptest.spi.net;

import java.io.Closeable;
import java.time.Duration;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;

/**
 * Datagrams to and from one UDP port of the device, over one connected socket. Bounded like a
 * channel in bytes and by the probe's deadline; everything sent and received is in its transcript.
 */
public interface Datagrams extends Closeable {

  /** Where it leads. */
  Endpoint endpoint();

  /** Sends one datagram at the pace for UDP. */
  void send(byte[] payload) throws ProbeException, InterruptedException;

  /** Waits for the next datagram, at most this long. */
  Datagram receive(Duration patience) throws ProbeException, InterruptedException;

  /** Replaces this text by its length and salted digest in the transcript. */
  void redact(String secret);

  /** The transcript of these datagrams as evidence. */
  EvidenceRef transcript();

  /** Lets go of the socket; never throws. */
  @Override
  void close();
}
