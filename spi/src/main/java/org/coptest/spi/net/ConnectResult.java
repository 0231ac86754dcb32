package org.coptest.spi.net;

/** What one TCP connect came to. */
public sealed interface ConnectResult {

  /** The handshake completed. */
  record Open(Channel channel) implements ConnectResult {}

  /** The device answered with RST. */
  record Refused() implements ConnectResult {}

  /** No answer within the connect time of the pace; never a "no". */
  record Silent() implements ConnectResult {}

  /** The network said that there is no way there. */
  record NoRoute(String detail) implements ConnectResult {}
}
