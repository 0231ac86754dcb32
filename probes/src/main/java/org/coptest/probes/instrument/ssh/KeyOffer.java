package org.coptest.probes.instrument.ssh;

import java.util.Optional;

/**
 * A public key shown to a server; only its id is ever recorded.
 *
 * @param id where it comes from: {@code ssh-user-keys:3}, {@code control:ssh-rsa}, {@code declared}
 * @param algorithm signature algorithm named with it (RFC 8332)
 * @param blob the public key as SSH writes it (RFC 4253, 6.6)
 * @param signer proves that we hold the private half; without it the server is only asked
 */
public record KeyOffer(String id, String algorithm, byte[] blob, Optional<Signer> signer) {

  /** Copies the blob. */
  public KeyOffer {
    blob = blob.clone();
  }

  @Override
  public byte[] blob() {
    return blob.clone();
  }

  /** Signs what RFC 4252, 7 asks for. */
  @FunctionalInterface
  public interface Signer {
    byte[] sign(byte[] message) throws java.security.GeneralSecurityException;
  }
}
