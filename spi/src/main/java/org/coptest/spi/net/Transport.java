package org.coptest.spi.net;

/** Transport protocol of an interface. */
public enum Transport {
  TCP,
  UDP
}
