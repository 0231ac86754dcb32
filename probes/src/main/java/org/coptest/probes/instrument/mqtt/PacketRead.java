package org.coptest.probes.instrument.mqtt;

/** What waiting for the next control packet came to. */
sealed interface PacketRead {

  /** A whole packet. */
  record Whole(Packet packet) implements PacketRead {}

  /** The connection ended, in order or not. */
  record Ended() implements PacketRead {}

  /** Nothing whole came in time; never a "no". */
  record Silent() implements PacketRead {}

  /** Bytes that are no control packet, or one larger than is read here. */
  record Malformed(String why) implements PacketRead {}
}
