package org.coptest.probes.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A real TLS server with a self-signed certificate that plays a script inside. */
public final class TlsServer {
  private static final char[] STORE = "store".toCharArray();

  private TlsServer() {}

  /** Plays this script on the inside of each connection. */
  public static TcpServer playing(TcpServer.Script script) {
    var context = context();
    return TcpServer.playing((socket, turn) -> {
      try (var inside = wrap(context, socket)) {
        script.play(inside, turn);
      }
    });
  }

  private static SSLSocket wrap(SSLContext context, Socket socket) throws IOException {
    var inside = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
    inside.setUseClientMode(false);
    inside.startHandshake();
    return inside;
  }

  private static SSLContext context() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      var pair = generator.generateKeyPair();
      var name = new X500Name("CN=device.test");
      var now = Instant.now();
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.ONE,
              Date.from(now.minus(1, ChronoUnit.DAYS)),
              Date.from(now.plus(1, ChronoUnit.DAYS)),
              name,
              pair.getPublic());
      var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
      var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, STORE);
      store.setKeyEntry("device", pair.getPrivate(), STORE, new X509Certificate[] {certificate});
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, STORE);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
