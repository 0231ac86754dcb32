package org.coptest.harness.target.net;

import java.time.Duration;

/**
 * What a hostile device can cost at most; a campaign may lower these and never raise them.
 *
 * @param connect wait for the handshake
 * @param idle wait of a stream read for the next byte
 * @param exchange time from a send (or the connect) to the last byte of its answer
 * @param receivedBytes bytes taken from one connection
 * @param dripAfter time from the first byte of an answer after which the rate counts
 * @param dripBytesPerSecond least rate from then on
 * @param transcriptBytes bytes of each direction shown in a transcript; the rest as digest
 */
public record Limits(
    Duration connect,
    Duration idle,
    Duration exchange,
    long receivedBytes,
    Duration dripAfter,
    int dripBytesPerSecond,
    int transcriptBytes) {

  /** The limits that hold unless a target lowers them. */
  public static Limits standard() {
    return new Limits(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        1 << 20,
        Duration.ofSeconds(10),
        16,
        4_096);
  }

  /** Keeps the stricter of both, one by one. */
  public Limits and(Limits other) {
    return new Limits(
        shorter(connect, other.connect),
        shorter(idle, other.idle),
        shorter(exchange, other.exchange),
        Math.min(receivedBytes, other.receivedBytes),
        shorter(dripAfter, other.dripAfter),
        Math.max(dripBytesPerSecond, other.dripBytesPerSecond),
        Math.min(transcriptBytes, other.transcriptBytes));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
