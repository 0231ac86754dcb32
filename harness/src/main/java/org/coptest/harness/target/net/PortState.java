package org.coptest.harness.target.net;

/** What the connects to one port have come to so far. */
enum PortState {
  UNTRIED,
  OPEN,
  REFUSED,
  SILENT,
  UNREACHABLE
}
