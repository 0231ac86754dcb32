package org.coptest.spi.net;

import java.io.Closeable;
import java.net.InetSocketAddress;
import org.coptest.spi.EvidenceRef;

/**
 * A loopback door for a library that must open its own socket. The device was connected before the
 * door opened; it takes one connection and passes RST on as RST. Never for timing or TCP outcomes.
 */
public interface Relay extends Closeable {

  /** Where the library connects. */
  InetSocketAddress door();

  /** Bytes the device has sent so far. */
  long received();

  /** The transcript of the relayed connection. */
  EvidenceRef transcript();

  /** Hides this text in the transcript, before and after. */
  void redact(String secret);

  /** Closes both sides; never throws. */
  @Override
  void close();
}
