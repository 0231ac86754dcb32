package org.coptest.harness.target.net.identity;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Remembers the key of the certificate that a server shows, and trusts nobody with anything. */
final class LeafKey extends X509ExtendedTrustManager {
  private Optional<Fingerprint> print = Optional.empty();

  /** The digest of its SubjectPublicKeyInfo: certificates are renewed, keys seldom. */
  Optional<Fingerprint> print() {
    return print;
  }

  private void note(X509Certificate[] chain) {
    print = Optional.of(Fingerprint.of(chain[0].getPublicKey().getEncoded()));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    note(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    note(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    note(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw new UnsupportedOperationException("there are no clients here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw new UnsupportedOperationException("there are no clients here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("there are no clients here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
