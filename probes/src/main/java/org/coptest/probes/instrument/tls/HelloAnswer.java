package org.coptest.probes.instrument.tls;

/** What one ClientHello came to. */
public sealed interface HelloAnswer {

  /**
   * The server chose.
   *
   * @param version two bytes of the version it chose
   * @param suite two bytes of the suite it chose
   * @param retry whether it was a HelloRetryRequest (RFC 8446 4.1.4)
   * @param compression the compression method it chose
   */
  record Chosen(int version, int suite, boolean retry, int compression) implements HelloAnswer {}

  /** A fatal alert (RFC 8446 6). */
  record Alert(int level, int description) implements HelloAnswer {}

  /** The connection was closed in order without an answer. */
  record Closed() implements HelloAnswer {}

  /** The connection was reset without an answer. */
  record Reset() implements HelloAnswer {}

  /** No answer in time; never a "no". */
  record Silent() implements HelloAnswer {}

  /** The port did not accept the connection. */
  record NotConnected(String detail) implements HelloAnswer {}

  /**
   * Bytes that are not TLS, or TLS that does not parse.
   *
   * @param offset where the parse ended
   * @param problem in our words
   * @param bytes quoted, at most 64
   */
  record NotTls(int offset, String problem, String bytes) implements HelloAnswer {}
}
