package org.coptest.harness.target.net.identity;

import java.util.ArrayList;
import java.util.List;

/** What the reader of host keys offers, RFC 4253 §7.1; nothing of it is ever put to use. */
final class SshNames {
  static final String CURVE25519 = "curve25519-sha256";
  static final String NISTP256 = "ecdh-sha2-nistp256";

  /** Every one of them is answered with message 31, which begins with the host key. */
  static final List<String> EXCHANGES =
      List.of(
          CURVE25519,
          "curve25519-sha256@libssh.org",
          NISTP256,
          "diffie-hellman-group14-sha256",
          "diffie-hellman-group16-sha512",
          "diffie-hellman-group14-sha1",
          "diffie-hellman-group1-sha1");

  static final List<String> KEYS =
      List.of(
          "ssh-ed25519",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "rsa-sha2-512",
          "rsa-sha2-256",
          "ssh-rsa",
          "ssh-dss");

  static final List<String> CIPHERS =
      List.of(
          "aes128-ctr",
          "aes256-ctr",
          "chacha20-poly1305@openssh.com",
          "aes128-gcm@openssh.com",
          "aes256-gcm@openssh.com",
          "aes128-cbc",
          "aes256-cbc",
          "3des-cbc");

  static final List<String> MACS =
      List.of(
          "hmac-sha2-256",
          "hmac-sha2-512",
          "hmac-sha2-256-etm@openssh.com",
          "hmac-sha2-512-etm@openssh.com",
          "hmac-sha1",
          "hmac-sha1-96",
          "hmac-md5");

  static final List<String> COMPRESSIONS = List.of("none", "zlib@openssh.com", "zlib");

  private SshNames() {}

  /** The type of key that is behind an algorithm: three of them sign with one RSA key. */
  static String type(String algorithm) {
    return algorithm.startsWith("rsa-sha2-") ? "ssh-rsa" : algorithm;
  }

  /** Always in one order, so that the same device always shows the same key. */
  static List<String> keysFrom(String type) {
    var names = new ArrayList<>(KEYS);
    names.removeIf(name -> !type(name).equals(type));
    KEYS.stream().filter(name -> !names.contains(name)).forEach(names::add);
    return names;
  }
}
