package org.coptest.spi.net;

/** What one datagram to a connected UDP socket came to. */
public sealed interface Datagram {

  /** An answer from that port. */
  record Answer(byte[] bytes) implements Datagram {}

  /** ICMP port unreachable. */
  record Unreachable() implements Datagram {}

  /** Nothing; never a "no" by itself. */
  record Silent() implements Datagram {}
}
