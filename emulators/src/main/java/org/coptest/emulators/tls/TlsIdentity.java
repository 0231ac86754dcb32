package org.coptest.emulators.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key of its own and a certificate that it signed itself. */
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {

  private static final int RSA_BITS = 2_048;
  private static final int EC_BITS = 256;
  private static final int SERIAL_BITS = 127;
  private static final Duration LIFE = Duration.ofDays(397);

  /** With an EC key on P-256. */
  public static TlsIdentity ec(String name, InetAddress address) throws IOException {
    return mint("EC", EC_BITS, "SHA256withECDSA", name, address);
  }

  /** With an RSA key, which old suites need. */
  static TlsIdentity rsa(String name, InetAddress address) throws IOException {
    return mint("RSA", RSA_BITS, "SHA256withRSA", name, address);
  }

  private static TlsIdentity mint(
      String algorithm, int bits, String signature, String name, InetAddress address)
      throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      var pair = generator.generateKeyPair();
      return new TlsIdentity(pair.getPrivate(), certify(pair, signature, name, address));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("no certificate could be made", e);
    }
  }

  private static X509Certificate certify(
      KeyPair pair, String signature, String name, InetAddress address)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    var subject = subject(name);
    var start = Instant.now().minus(Duration.ofDays(1));
    var builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
            Date.from(start),
            Date.from(start.plus(LIFE)),
            subject,
            pair.getPublic());
    var host = new GeneralName(GeneralName.iPAddress, address.getHostAddress());
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host));
    var signer = new JcaContentSignerBuilder(signature).build(pair.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static X500Name subject(String name) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
  }
}
