package org.coptest.harness.target.net.identity;

import java.util.Locale;

/** What kind of mark tells a device, and where the declaration names it. */
public enum MarkKind {
  /** Hardware address of a network interface. */
  MAC("identity.mac"),
  /** Digest of an SSH host key, RFC 4255 with SHA-256 as OpenSSH prints it. */
  SSH_HOST_KEY("identity.sshHostKey"),
  /** SHA-256 of the SubjectPublicKeyInfo of a TLS server, RFC 7469 §2.4. */
  TLS_KEY("identity.tlsKey");

  private final String path;

  MarkKind(String path) {
    this.path = path;
  }

  /** Its path below the target. */
  public String path() {
    return path;
  }

  /** Whether a declared value can be compared with what is read. */
  boolean isComparable(String declared) {
    return this == MAC || Fingerprint.parse(declared).isPresent();
  }

  /** Whether the declared value and the one read are the same mark, however it is written. */
  boolean same(String declared, String read) {
    var value = read.split(" ", 2)[0];
    return this == MAC
        ? plainMac(declared).equals(plainMac(value))
        : Fingerprint.parse(declared).equals(Fingerprint.parse(value));
  }

  private static String plainMac(String text) {
    return text.strip().replace("-", "").replace(":", "").replace(".", "").toLowerCase(Locale.ROOT);
  }
}
