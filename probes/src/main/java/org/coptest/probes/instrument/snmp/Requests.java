package org.coptest.probes.instrument.snmp;

import java.nio.charset.StandardCharsets;

/** Makes the requests: GET of sysDescr.0 and sysUpTime.0, and the discovery of an engine. */
final class Requests {
  private static final int REPORTABLE = 4;
  private static final int USM = 3;
  private static final int LARGEST = 65_507;
  private static final byte[] NULL = Ber.of(Ber.NULL);

  private Requests() {}

  /** GET with a community (RFC 1157, RFC 1901). */
  static byte[] get(SnmpVersion version, String community, long requestId) {
    return Ber.of(
        Ber.SEQUENCE,
        Ber.integer(version.number()),
        Ber.octets(community.getBytes(StandardCharsets.UTF_8)),
        system(requestId));
  }

  /** A question to nobody in particular, which an engine answers by its id (RFC 3414 4). */
  static byte[] discovery(long id) {
    var nobody = new byte[0];
    var security =
        Ber.of(
            Ber.SEQUENCE,
            Ber.octets(nobody),
            Ber.integer(0),
            Ber.integer(0),
            Ber.octets(nobody),
            Ber.octets(nobody),
            Ber.octets(nobody));
    return version3(id, REPORTABLE, security, nobody, pdu(id));
  }

  /** A v3 message (RFC 3412 6). */
  static byte[] version3(long id, int flags, byte[] security, byte[] engine, byte[] pdu) {
    return Ber.of(
        Ber.SEQUENCE,
        Ber.integer(3),
        Ber.of(
            Ber.SEQUENCE,
            Ber.integer(id),
            Ber.integer(LARGEST),
            Ber.octets(new byte[] {(byte) flags}),
            Ber.integer(USM)),
        Ber.octets(security),
        Ber.of(Ber.SEQUENCE, Ber.octets(engine), Ber.octets(new byte[0]), pdu));
  }

  /** GET of two variables of the system group. */
  static byte[] system(long requestId) {
    return pdu(requestId, variable(1, 0), variable(3, 0));
  }

  private static byte[] variable(int... last) {
    return Ber.of(Ber.SEQUENCE, Ber.oid(6, 1, 2, 1, 1, last[0], last[1]), NULL);
  }

  private static byte[] pdu(long requestId, byte[]... variables) {
    return Ber.of(
        Pdu.GET,
        Ber.integer(requestId),
        Ber.integer(0),
        Ber.integer(0),
        Ber.of(Ber.SEQUENCE, variables));
  }
}
