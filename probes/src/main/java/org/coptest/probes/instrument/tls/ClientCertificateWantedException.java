package org.coptest.probes.instrument.tls;

import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/** The device asked for a client certificate and ended the handshake with an alert without one. */
public final class ClientCertificateWantedException extends ProbeException {
  private static final long serialVersionUID = 1L;

  ClientCertificateWantedException(Throwable origin) {
    super(Cause.AMBIGUOUS_RESPONSE, "the device wants a client certificate", origin);
  }
}
