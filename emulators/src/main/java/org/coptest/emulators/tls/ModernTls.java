package org.coptest.emulators.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.coptest.emulators.device.Conversation;
import org.coptest.emulators.device.Service;

/** TLS of the JDK with forward-secret suites only, in front of another conversation. */
public final class ModernTls implements Conversation {

  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");

  private final SSLSocketFactory factory;
  private final String[] versions;
  private final Conversation inside;

  /** TLS in these versions, as the JDK names them. */
  public ModernTls(TlsIdentity identity, List<String> versions, Conversation inside)
      throws IOException {
    this.factory = context(identity).getSocketFactory();
    this.versions = versions.toArray(String[]::new);
    this.inside = inside;
  }

  /** A service in TLS 1.2 and 1.3 under a certificate of this name. */
  public static Service serving(String name, Conversation inside) {
    return serving(name, List.of("TLSv1.2", "TLSv1.3"), inside);
  }

  /** A service in these versions under a certificate of this name. */
  public static Service serving(String name, List<String> versions, Conversation inside) {
    return site ->
        Service.tcp(new ModernTls(TlsIdentity.ec(name, site.address()), versions, inside))
            .open(site);
  }

  @Override
  public void hold(Socket peer) throws IOException, InterruptedException {
    resume(peer, new byte[0]);
  }

  /** Goes on where these bytes were already read. */
  void resume(Socket peer, byte[] read) throws IOException, InterruptedException {
    var bytes = new ByteArrayInputStream(read);
    try (var secure = (SSLSocket) factory.createSocket(peer, bytes, true)) {
      secure.setEnabledProtocols(versions);
      secure.setEnabledCipherSuites(SUITES.toArray(String[]::new));
      secure.startHandshake();
      inside.hold(secure);
    }
  }

  private static SSLContext context(TlsIdentity identity) throws IOException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = {identity.certificate()};
      store.setKeyEntry("device", identity.key(), new char[0], chain);
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, new char[0]);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("this JDK has no usable TLS", e);
    }
  }
}
