package org.coptest.probes.instrument.service;

/** What a port speaks, as far as its bytes parse as that protocol. */
public enum Protocol {
  SSH,
  TELNET,
  HTTP,
  RTSP,
  MQTT,
  FTP,
  SMTP,
  /** Completes or refuses TLS hellos; what is inside did not show. */
  TLS,
  /** Sends back what it is sent. */
  ECHO,
  /** Gives the same answer to whatever it is sent. */
  SAME_ANSWER,
  /** Keeps a connection busy with bytes that lead nowhere. */
  TARPIT,
  /** Accepts and says nothing, or bytes that are no protocol known here. */
  UNKNOWN;

  /** Whether the bytes were parsed as a protocol that is named. */
  public boolean isTyped() {
    return ordinal() <= TLS.ordinal();
  }
}
