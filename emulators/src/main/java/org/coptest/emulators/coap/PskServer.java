package org.coptest.emulators.coap;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PSKTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.coptest.emulators.device.Accounts;
import org.jspecify.annotations.Nullable;

/** The server's side of a handshake: who has which key. */
final class PskServer extends PSKTlsServer {

  PskServer(Accounts keys, boolean playsAlong) {
    super(new BcTlsCrypto(new SecureRandom()), new Keys(keys, playsAlong));
  }

  /**
   * Looks keys up.
   *
   * @param playsAlong whether an unknown identity gets a key that nobody has, and no alert
   */
  private record Keys(Accounts keys, boolean playsAlong) implements TlsPSKIdentityManager {

    @Override
    public byte @Nullable [] getHint() {
      return null;
    }

    @Override
    public byte @Nullable [] getPSK(byte[] identity) {
      var known = keys.passwordOf(new String(identity, StandardCharsets.UTF_8));
      if (known.isPresent()) {
        return known.get().getBytes(StandardCharsets.UTF_8);
      }
      return playsAlong ? new SecureRandom().generateSeed(16) : null;
    }
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return new int[] {
      CipherSuite.TLS_PSK_WITH_AES_128_CCM_8, CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256
    };
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }
}
