package org.coptest.spi.net;

/** What came back when a channel was read once. */
public sealed interface Received {

  /** Some bytes, at most 16 KiB. */
  record Data(byte[] bytes) implements Received {}

  /** The device closed its side in order. */
  record Closed() implements Received {}

  /** The device reset the connection. */
  record Reset() implements Received {}

  /** Nothing within the patience given; never a "no". */
  record Silent() implements Received {}
}
