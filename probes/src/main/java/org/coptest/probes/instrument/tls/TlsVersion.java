package org.coptest.probes.instrument.tls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Protocol versions, oldest first (RFC 6101, 2246, 4346, 5246, 8446). */
public enum TlsVersion {
  SSL2("ssl2", 0x0002),
  SSL3("ssl3", 0x0300),
  TLS10("1.0", 0x0301),
  TLS11("1.1", 0x0302),
  TLS12("1.2", 0x0303),
  TLS13("1.3", 0x0304);

  private final String label;
  private final int code;

  TlsVersion(String label, int code) {
    this.label = label;
    this.code = code;
  }

  /** As policies and declarations name it, such as {@code 1.2} or {@code ssl3}. */
  public String label() {
    return label;
  }

  /** As people write it, such as {@code TLS 1.2}. */
  public String title() {
    return this.ordinal() < TLS10.ordinal()
        ? label.toUpperCase(Locale.ROOT).replace("SSL", "SSL ")
        : "TLS " + label;
  }

  /** Its two bytes on the wire. */
  public int code() {
    return code;
  }

  /** The version with these two bytes. */
  public static Optional<TlsVersion> of(int code) {
    return Arrays.stream(values()).filter(version -> version.code == code).findFirst();
  }

  /** Reads {@code 1.2}, {@code TLSv1.2}, {@code TLS 1.2}, {@code tls1}, {@code SSLv3}, … */
  public static Optional<TlsVersion> parse(String text) {
    var bare = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_v-]", "");
    var number = bare.startsWith("tls") ? bare.substring(3) : bare;
    var full = number.equals("1") ? "1.0" : number.equals("ssl3.0") ? "ssl3" : number;
    return Arrays.stream(values()).filter(version -> version.label.equals(full)).findFirst();
  }
}
