package org.coptest.harness.target.driver;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Takes the certificate of a device under test as it is: a driver operates the device, and what its
 * certificate is worth is judged by probes. Used for nothing else.
 */
final class AnyCertificate implements X509TrustManager {
  private AnyCertificate() {}

  static OkHttpClient.Builder in(OkHttpClient.Builder builder) {
    var any = new AnyCertificate();
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {any}, null);
      return builder
          .sslSocketFactory(context.getSocketFactory(), any)
          .hostnameVerifier((name, session) -> true);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has TLS", impossible);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
