package org.coptest.emulators.tls;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.emulators.device.Conversation;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.device.Site;
import org.coptest.emulators.tls.LegacyStack.Offer;

/** TLS services that an ordinary library would not give. */
public final class OddTls {

  private static final int SSL_3 = 0x0300;
  private static final int TLS_1_0 = 0x0301;
  private static final int TLS_1_2 = 0x0303;
  private static final int RSA_EXPORT_RC4_40_MD5 = 0x0003;
  private static final int RSA_RC4_128_MD5 = 0x0004;
  private static final int RSA_RC4_128_SHA = 0x0005;
  private static final int RSA_3DES_EDE_CBC_SHA = 0x000a;
  private static final int RSA_AES_128_CBC_SHA = 0x002f;

  private OddTls() {}

  /** SSL 3 and TLS 1.0 with RC4, 3DES and export suites, and nothing newer. */
  public static Service weak(String name) {
    return site -> {
      var certificate = certificate(name, site);
      var offers =
          List.of(
              new Offer(SSL_3, List.of(RSA_RC4_128_MD5, RSA_EXPORT_RC4_40_MD5)),
              new Offer(
                  TLS_1_0,
                  List.of(
                      RSA_RC4_128_SHA,
                      RSA_3DES_EDE_CBC_SHA,
                      RSA_AES_128_CBC_SHA,
                      RSA_EXPORT_RC4_40_MD5)));
      return Service.tcp(new HelloGate(new LegacyStack(offers, certificate))).open(site);
    };
  }

  /** Current TLS that still takes TLS 1.0 from those who reach no higher. */
  public static Service downwardCompatible(String name, Conversation inside) {
    return site -> {
      var modern = modern(name, site, inside);
      var offers = List.of(new Offer(TLS_1_0, List.of(RSA_AES_128_CBC_SHA)));
      var old = new LegacyStack(offers, certificate(name, site));
      TlsStack both = hello -> hello.isModern() ? resume(modern, hello) : old.reactTo(hello);
      return Service.tcp(new HelloGate(both)).open(site);
    };
  }

  /** Current TLS that refuses old versions with an alert in a record of TLS 1.2. */
  public static Service oddAlert(String name, Conversation inside) {
    return site -> {
      var modern = modern(name, site, inside);
      var refusal = Reactions.alert(TLS_1_2, Reactions.PROTOCOL_VERSION);
      TlsStack stack = hello -> hello.isModern() ? resume(modern, hello) : refusal;
      return Service.tcp(new HelloGate(stack)).open(site);
    };
  }

  /** Current TLS that answers this many hellos and then none any more. */
  public static Service answeringOnly(int hellos, String name, Conversation inside) {
    return site -> {
      var modern = modern(name, site, inside);
      var heard = new AtomicInteger();
      TlsStack stack =
          hello -> heard.incrementAndGet() <= hellos ? resume(modern, hello) : Reactions.mute();
      return Service.tcp(new HelloGate(stack)).open(site);
    };
  }

  private static Reaction resume(ModernTls modern, ClientHello hello) {
    return peer -> modern.resume(peer, hello.read());
  }

  private static ModernTls modern(String name, Site site, Conversation inside) throws IOException {
    var identity = TlsIdentity.ec(name, site.address());
    return new ModernTls(identity, List.of("TLSv1.2", "TLSv1.3"), inside);
  }

  /** RSA keys take a while, which must not hold up the start of the device. */
  private static CompletableFuture<byte[]> certificate(String name, Site site) {
    return CompletableFuture.supplyAsync(() -> encoded(name, site), site.threads());
  }

  private static byte[] encoded(String name, Site site) {
    try {
      return TlsIdentity.rsa(name, site.address()).certificate().getEncoded();
    } catch (IOException | CertificateEncodingException e) {
      throw new IllegalStateException("no certificate could be made", e);
    }
  }
}
