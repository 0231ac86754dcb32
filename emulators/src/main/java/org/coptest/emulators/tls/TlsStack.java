package org.coptest.emulators.tls;

/** Decides what becomes of a hello. */
@FunctionalInterface
interface TlsStack {

  /** The reaction to this hello. */
  Reaction reactTo(ClientHello hello);
}
