package org.coptest.probes.instrument.coap;

import java.time.Duration;

/**
 * How long a device is waited for; a flight is sent again after one wait, then after twice that.
 *
 * @param again wait before a flight or request is sent a second time
 * @param handshake for a whole handshake
 */
public record CoapTiming(Duration again, Duration handshake) {

  /** The ACK_TIMEOUT of RFC 7252 4.8, doubled twice. */
  public static CoapTiming standard() {
    return new CoapTiming(Duration.ofSeconds(2), Duration.ofSeconds(10));
  }
}
