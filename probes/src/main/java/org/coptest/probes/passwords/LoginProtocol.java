package org.coptest.probes.passwords;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.net.Transport;

/** The protocols whose logins are tried: how each is met, declared and fed from the lists. */
enum LoginProtocol {
  SSH(Protocol.SSH, "ssh"),
  TELNET(Protocol.TELNET, "telnet"),
  HTTP(Protocol.HTTP, "http", "web http-basic basic http-digest digest"),
  HTTP_FORM(Protocol.HTTP, "http-form", "form http-json json"),
  FTP(Protocol.FTP, "ftp"),
  RTSP(Protocol.RTSP, "rtsp"),
  ONVIF(Protocol.HTTP, "onvif"),
  MQTT(Protocol.MQTT, "mqtt"),
  SNMP(Protocol.UNKNOWN, 161, "snmp", "snmpv1 snmpv2c snmpv3"),
  COAP_PSK(Protocol.UNKNOWN, 5684, "coap-psk", "coap coaps dtls-psk dtls");

  private static final int NO_PORT = 0;
  private static final List<String> HTTP_OF_ANY_KIND = List.of("http", "https", "web");
  private final Protocol recognised;
  private final int usualUdpPort;
  private final String name;
  private final String alsoDeclaredAs;

  LoginProtocol(Protocol recognised, String name) {
    this(recognised, name, "");
  }

  LoginProtocol(Protocol recognised, String name, String alsoDeclaredAs) {
    this(recognised, NO_PORT, name, alsoDeclaredAs);
  }

  /**
   * One protocol.
   *
   * @param recognised as what a service is recognised that asks for such logins
   * @param usualUdpPort asked even where nothing is declared; 0 over TCP, which is swept
   * @param name in records and lists
   * @param alsoDeclaredAs further names in declarations, between spaces
   */
  LoginProtocol(Protocol recognised, int usualUdpPort, String name, String alsoDeclaredAs) {
    this.recognised = recognised;
    this.usualUdpPort = usualUdpPort;
    this.name = name;
    this.alsoDeclaredAs = alsoDeclaredAs;
  }

  /** As records and lists name it. */
  String text() {
    return name;
  }

  /** As records name it in clear or inside TLS. */
  String text(boolean tls) {
    return tls ? inTls() : name;
  }

  private String inTls() {
    return name.startsWith("http") ? name.replaceFirst("http", "https") : name + "s";
  }

  /** As the lists of credentials name it. */
  String listed() {
    return this == HTTP_FORM ? HTTP.name : name;
  }

  Transport transport() {
    return usualUdpPort == NO_PORT ? Transport.TCP : Transport.UDP;
  }

  /** Where it is asked over UDP even though nothing is declared. */
  List<Integer> usualUdpPorts() {
    return usualUdpPort == NO_PORT ? List.of() : List.of(usualUdpPort);
  }

  /** Whether its door can be opened inside TLS. */
  boolean insideTls() {
    return this != SSH && this != TELNET;
  }

  /** Whether a service that was recognised as this may ask for such logins. */
  boolean speaks(Protocol protocol) {
    return transport() == Transport.TCP && recognised == protocol;
  }

  /** Whether the first of those that speak to such a service; others name their rows after it. */
  boolean first() {
    return Arrays.stream(values())
        .takeWhile(it -> it != this)
        .noneMatch(it -> speaks(it.recognised));
  }

  /** Whether only what was seen with this very protocol fits it, and no pair of another one. */
  boolean ownListOnly() {
    return transport() == Transport.UDP;
  }

  /** Whether a declaration that uses this name means this protocol, inside TLS or not. */
  boolean declaredAs(String word) {
    // Who declares a login of a web server need not say how it is asked for.
    return namedBy(word) || this == HTTP_FORM && HTTP_OF_ANY_KIND.contains(lower(word));
  }

  /** Whether this is a name of this very protocol. */
  boolean namedBy(String word) {
    var lower = lower(word);
    return lower.equals(name)
        || lower.equals(inTls())
        || List.of(alsoDeclaredAs.split(" ", -1)).contains(lower);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Whether this name means it inside TLS; whatever shares HTTP's ports shares its names too. */
  boolean namesTls(String word) {
    return word.equalsIgnoreCase(text(true))
        || recognised == Protocol.HTTP && word.equalsIgnoreCase(HTTP.text(true));
  }

  /** The protocol that a record or declaration names; empty for one that is not tried. */
  static Optional<LoginProtocol> named(String word) {
    return Arrays.stream(values()).filter(it -> it.declaredAs(word)).findFirst();
  }
}
