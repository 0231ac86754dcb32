package org.coptest.probes.instrument.tls;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** Takes any certificate and any version from TLS 1.0; for looking, never for downloads. */
final class TolerantTlsClient extends DefaultTlsClient {
  private static final Set<Short> WITHOUT_CERTIFICATE =
      Set.of(
          AlertDescription.handshake_failure,
          AlertDescription.no_certificate,
          AlertDescription.bad_certificate,
          AlertDescription.certificate_required);
  private final Optional<String> serverName;
  private boolean certificateAsked;
  private boolean certificateWanted;

  TolerantTlsClient(Optional<String> serverName) {
    super(new BcTlsCrypto(new SecureRandom()));
    this.serverName = serverName;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv10);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    var ids = CipherSuites.bundled().all().stream().mapToInt(CipherSuite::id).toArray();
    return TlsUtils.getSupportedCipherSuites(getCrypto(), ids);
  }

  @Override
  protected @Nullable Vector<ServerName> getSNIServerNames() {
    return serverName
        .map(name -> name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .map(name -> new Vector<>(java.util.List.of(new ServerName((short) 0, name))))
        .orElse(null);
  }

  @Override
  public void notifySecureRenegotiation(boolean secure) {
    // Old devices do not know RFC 5746; whether that is right is not asked here.
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    certificateWanted |= certificateAsked && WITHOUT_CERTIFICATE.contains(description);
  }

  /** Whether a client certificate was asked for, and its lack answered with an alert. */
  boolean certificateWanted() {
    return certificateWanted;
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate certificate) {
        // Any certificate will do: who the device is has been checked by the harness.
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
        certificateAsked = true;
        return null;
      }
    };
  }
}
