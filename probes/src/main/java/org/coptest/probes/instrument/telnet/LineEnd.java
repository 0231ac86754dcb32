package org.coptest.probes.instrument.telnet;

/** What Enter sends; RFC 854 allows CR LF and CR NUL, raw consoles want LF. */
enum LineEnd {
  CR_LF("\r\n"),
  CR_NUL("\r\0"),
  LF("\n");

  private final String bytes;

  LineEnd(String bytes) {
    this.bytes = bytes;
  }

  String bytes() {
    return bytes;
  }
}
