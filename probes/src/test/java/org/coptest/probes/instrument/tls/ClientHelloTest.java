package org.coptest.probes.instrument.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClientHelloTest {
  private static final CipherSuites SUITES = CipherSuites.bundled();

  private static String hex(ClientHello hello) {
    return HexFormat.of().formatHex(hello.encode(new Random(1)));
  }

  private static ClientHello hello(TlsVersion version) {
    return ClientHello.of(version, SUITES.chunks(version, 60).get(0));
  }

  @Test
  void putsTheVersionAndTheSuitesWhereTheyBelong() {
    var hex = hex(hello(TlsVersion.TLS10));
    assertThat(hex).startsWith("160301").contains("00000001").contains("00ff0100");
    assertThat(hex.substring(10, 12)).isEqualTo("01");
    assertThat(hex.substring(18, 22)).isEqualTo("0301");
  }

  @Test
  void statesItsLengthsTruly() {
    for (var version : TlsVersion.values()) {
      var bytes = hello(version).encode(new Random(1));
      int stated =
          version == TlsVersion.SSL2
              ? ((bytes[0] & 0x7f) << 8 | bytes[1] & 0xff) + 2
              : ((bytes[3] & 0xff) << 8 | bytes[4] & 0xff) + 5;
      assertThat(bytes).as(version.title()).hasSize(stated);
    }
  }

  @Test
  void offersTls13ByExtensionOnly() {
    var hex = hex(hello(TlsVersion.TLS13));
    assertThat(hex.substring(18, 22)).isEqualTo("0303");
    assertThat(hex).contains("002b0003020304").contains("00330026");
  }

  @Test
  void sendsNoExtensionsWithSsl3OrWhenBare() {
    assertThat(hex(hello(TlsVersion.SSL3))).endsWith("00ff0100");
    assertThat(hex(hello(TlsVersion.TLS12).stripped())).endsWith("00ff0100");
  }

  @Test
  void namesTheServerOnlyWhenAsked() {
    var name = HexFormat.of().formatHex("lamp.example".getBytes());
    var named = hello(TlsVersion.TLS12).to(Optional.of("lamp.example"));
    assertThat(hex(named)).contains(name);
    assertThat(hex(hello(TlsVersion.TLS12))).doesNotContain(name);
  }

  @Test
  void knowsTheRegisteredSuites() {
    assertThat(SUITES.all()).hasSizeGreaterThan(340).doesNotHaveDuplicates();
    assertThat(SUITES.byId(0xc02f).name()).isEqualTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(SUITES.byId(0xc02f).keyExchange()).isEqualTo("ECDHE_RSA");
    assertThat(SUITES.byId(0x1301).isTls13()).isTrue();
    assertThat(SUITES.byId(0x7777).name()).isEqualTo("TLS_UNKNOWN_7777");
    assertThat(SUITES.byName("tls_rsa_with_rc4_128_sha").orElseThrow().id()).isEqualTo(5);
    assertThat(SUITES.chunks(TlsVersion.TLS12, 60)).allMatch(chunk -> chunk.size() <= 60);
    assertThat(SUITES.asDataList().sha256()).hasSize(64);
  }

  @Test
  void readsVersionsAsPeopleWriteThem() {
    assertThat(TlsVersion.parse("TLSv1.2")).contains(TlsVersion.TLS12);
    assertThat(TlsVersion.parse("1.3")).contains(TlsVersion.TLS13);
    assertThat(TlsVersion.parse("TLS 1")).contains(TlsVersion.TLS10);
    assertThat(TlsVersion.parse("SSLv3")).contains(TlsVersion.SSL3);
    assertThat(TlsVersion.parse("SSL 3.0")).contains(TlsVersion.SSL3);
    assertThat(TlsVersion.parse("1.4")).isEmpty();
    assertThat(TlsVersion.parse("secure")).isEmpty();
  }
}
