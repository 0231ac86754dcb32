package org.coptest.probes.instrument.tls;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A ClientHello to be sent; unlike a library's it may offer anything (RFC 5246 7.4.1.2, 8446
 * 4.1.2).
 *
 * @param version the highest version offered; the only one for TLS 1.3
 * @param suites the suites offered, in order
 * @param serverName the name sent as SNI; never an address literal
 * @param bare without extensions, for servers that choke on them
 */
public record ClientHello(
    TlsVersion version, List<Integer> suites, Optional<String> serverName, boolean bare) {
  private static final int HANDSHAKE = 22;
  private static final int RENEGOTIATION_SCSV = 0x00ff;
  private static final byte[] GROUPS = hex("001d00170018001900160013001b001c0100");
  private static final byte[] SIGNATURES =
      hex(
          "040305030603080708080804080508060809080a080b04010501060102030201040205020602020201010103");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** An ordinary hello with extensions. */
  public static ClientHello of(TlsVersion version, List<CipherSuite> suites) {
    var ids = suites.stream().map(CipherSuite::id).toList();
    return new ClientHello(version, ids, Optional.empty(), false);
  }

  /** The same with this name as SNI. */
  public ClientHello to(Optional<String> name) {
    return new ClientHello(version, suites, name, bare);
  }

  /** The same without extensions. */
  public ClientHello stripped() {
    return new ClientHello(version, suites, Optional.empty(), true);
  }

  /** The bytes of its record. */
  public byte[] encode(RandomGenerator random) {
    return version == TlsVersion.SSL2 ? encodeSsl2(random) : encodeRecord(random);
  }

  private byte[] encodeRecord(RandomGenerator random) {
    var body = body(random);
    var message = new ByteWriter().u8(1).u24(body.length).bytes(body).toBytes();
    int recordVersion = Math.min(version.code(), TlsVersion.TLS10.code());
    return new ByteWriter().u8(HANDSHAKE).u16(recordVersion).vector16(message).toBytes();
  }

  private byte[] body(RandomGenerator random) {
    boolean modern = version == TlsVersion.TLS13;
    var out = new ByteWriter();
    out.u16(Math.min(version.code(), TlsVersion.TLS12.code())).bytes(bytes(random, 32));
    out.vector8(modern ? bytes(random, 32) : new byte[0]);
    var offered = new ByteWriter();
    suites.forEach(offered::u16);
    if (!modern) {
      offered.u16(RENEGOTIATION_SCSV);
    }
    out.vector16(offered.toBytes()).vector8(new byte[] {0});
    // SSL 3.0 knows no extensions; some of its servers close on them.
    return bare || version == TlsVersion.SSL3
        ? out.toBytes()
        : out.vector16(extensions(random)).toBytes();
  }

  private byte[] extensions(RandomGenerator random) {
    var out = new ByteWriter();
    serverName.ifPresent(name -> extension(out, 0, serverNameList(name)));
    extension(out, 10, new ByteWriter().vector16(GROUPS).toBytes());
    extension(out, 11, new byte[] {1, 0});
    if (version.compareTo(TlsVersion.TLS12) >= 0) {
      extension(out, 13, new ByteWriter().vector16(SIGNATURES).toBytes());
    }
    if (version == TlsVersion.TLS13) {
      extension(out, 43, new byte[] {2, 3, 4});
      // Any 32 bytes are an X25519 share; a server that wants another group sends a retry request.
      var share = new ByteWriter().u16(0x001d).vector16(bytes(random, 32)).toBytes();
      extension(out, 51, new ByteWriter().vector16(share).toBytes());
    }
    return out.toBytes();
  }

  private static void extension(ByteWriter out, int type, byte[] data) {
    out.u16(type).vector16(data);
  }

  private static byte[] serverNameList(String name) {
    var host = name.getBytes(StandardCharsets.US_ASCII);
    var entry = new ByteWriter().u8(0).vector16(host).toBytes();
    return new ByteWriter().vector16(entry).toBytes();
  }

  /** SSL 2.0 CLIENT-HELLO with its seven ciphers. */
  private static byte[] encodeSsl2(RandomGenerator random) {
    var ciphers = hex("0700c0" + "010080" + "020080" + "030080" + "040080" + "050080" + "060040");
    var message =
        new ByteWriter()
            .u8(1)
            .u16(TlsVersion.SSL2.code())
            .u16(ciphers.length)
            .u16(0)
            .u16(16)
            .bytes(ciphers)
            .bytes(bytes(random, 16))
            .toBytes();
    return new ByteWriter().u16(0x8000 | message.length).bytes(message).toBytes();
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
