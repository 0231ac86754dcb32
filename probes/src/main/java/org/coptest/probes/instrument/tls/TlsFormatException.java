package org.coptest.probes.instrument.tls;

/** Bytes do not parse as TLS; names the offset. */
public final class TlsFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /** With where the parse ended and what is wrong there. */
  public TlsFormatException(int offset, String problem) {
    super(problem);
    this.offset = offset;
  }

  /** Where the parse ended. */
  public int offset() {
    return offset;
  }
}
