package org.coptest.probes.instrument.coap;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKIdentity;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** A DTLS client that knows one key, or none and leaves when it is asked for it. */
final class PskClient extends PSKTlsClient {
  private static final int[] SUITES = {
    CipherSuite.TLS_PSK_WITH_AES_128_CCM_8,
    CipherSuite.TLS_PSK_WITH_AES_128_CCM,
    CipherSuite.TLS_PSK_WITH_AES_256_CCM_8,
    CipherSuite.TLS_PSK_WITH_AES_256_CCM,
    CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_PSK_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_PSK_WITH_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256,
    CipherSuite.TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_PSK_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_PSK_WITH_AES_256_CBC_SHA384,
    CipherSuite.TLS_PSK_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_PSK_WITH_AES_256_CBC_SHA
  };
  private final CoapTiming timing;
  private final Asked asked;
  private int alert = -1;

  /** Whether the device wanted the key. */
  private static final class Asked implements TlsPSKIdentity {
    private final Optional<PresharedKey> own;
    private boolean already;

    private Asked(Optional<PresharedKey> own) {
      this.own = own;
    }

    @Override
    public void skipIdentityHint() {
      already = true;
    }

    @Override
    public void notifyIdentityHint(byte @Nullable [] hint) {
      already = true;
    }

    @Override
    public byte[] getPSKIdentity() {
      already = true;
      // Who only looks has nothing to say from here on; the handshake ends.
      return own.map(PresharedKey::identity).orElseThrow();
    }

    @Override
    public byte[] getPSK() {
      return own.map(PresharedKey::key).orElseThrow();
    }
  }

  PskClient(Optional<PresharedKey> own, CoapTiming timing) {
    this(new Asked(own), timing);
  }

  private PskClient(Asked asked, CoapTiming timing) {
    super(new BcTlsCrypto(new SecureRandom()), asked);
    this.asked = asked;
    this.timing = timing;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.downTo(ProtocolVersion.DTLSv10);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return TlsUtils.getSupportedCipherSuites(getCrypto(), SUITES);
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return (int) timing.handshake().toMillis();
  }

  @Override
  public int getHandshakeResendTimeMillis() {
    return (int) timing.again().toMillis();
  }

  @Override
  public void notifySecureRenegotiation(boolean secure) {
    // Small devices do not know RFC 5746; whether that is right is not asked here.
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    alert = description;
  }

  /** Whether the device chose a suite with a key and has come to ask for it. */
  boolean asked() {
    return asked.already;
  }

  /** The last alert of the device; -1 when there was none. */
  int alert() {
    return alert;
  }
}
