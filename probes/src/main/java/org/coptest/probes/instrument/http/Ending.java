package org.coptest.probes.instrument.http;

/** How an exchange with a web server ended. */
public enum Ending {
  /** With an answer in HTTP. */
  ANSWERED,
  /** The connection was not taken, or ended before an answer. */
  CUT,
  /** Nothing came in time. */
  SILENT,
  /** What came is no HTTP. */
  GARBLED
}
