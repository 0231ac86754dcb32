package org.coptest.harness.target.declaration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address or a host name as written; names are not looked up, for that would use the network.
 */
sealed interface HostText {
  /** An IP address. */
  record Literal(String text, InetAddress address) implements HostText {

    /** Whether it is neither loopback, private, link-local nor unique local. */
    boolean isPublic() {
      return !(address.isLoopbackAddress()
          || address.isLinkLocalAddress()
          || address.isSiteLocalAddress()
          || isUniqueLocal());
    }

    /** RFC 4193: fc00::/7. */
    private boolean isUniqueLocal() {
      var bytes = address.getAddress();
      return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }
  }

  /** A host name. */
  record Name(String text) implements HostText {}

  /** Neither of them. */
  record Invalid(String why) implements HostText {}

  Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");

  /** What a text is. */
  static HostText of(String text) {
    if (text.contains("/")) {
      return new Invalid("give the address alone, without scheme, path or prefix length");
    }
    if (V4.matcher(text).matches()) {
      return literal(text);
    }
    if (text.indexOf(':') != text.lastIndexOf(':')) {
      return literal(text);
    }
    return text.contains(":")
        ? new Invalid("give the address alone; ports belong to ixit.logIntf")
        : name(text);
  }

  /** A text with only digits and dots or with colons is never looked up by the platform. */
  private static HostText literal(String text) {
    try {
      int zone = text.indexOf('%');
      var address = InetAddress.getByName(zone < 0 ? text : text.substring(0, zone));
      return address.isAnyLocalAddress() || address.isMulticastAddress()
          ? new Invalid("no single device has this address")
          : new Literal(text, address);
    } catch (UnknownHostException e) {
      return new Invalid("it is not a valid IPv6 address");
    }
  }

  /** A last label that looks like a number would be taken for an address in an old notation. */
  private static HostText name(String text) {
    var labels =
        (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return new Invalid("host names have letters, digits, hyphens and dots");
      }
    }
    var last = labels[labels.length - 1];
    return text.length() > 253 || last.matches("[0-9]+|0[xX][0-9a-fA-F]*")
        ? new Invalid("an IPv4 address has four numbers from 0 to 255")
        : new Name(text);
  }
}
