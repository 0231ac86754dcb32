package org.coptest.probes.instrument.snmp;

import java.util.Arrays;
import java.util.Optional;
import org.coptest.probes.instrument.snmp.BerReader.NoBerException;

/**
 * What an agent sent as answer to a request (RFC 3416 3).
 *
 * @param type tag of the PDU
 * @param requestId as in the request
 * @param errorStatus 0, or why there are no values
 * @param firstOid of the first variable, as bytes
 * @param values how many variables carry a value and no exception
 */
record Pdu(int type, long requestId, long errorStatus, byte[] firstOid, int values) {
  static final int GET = 0xa0;
  static final int RESPONSE = 0xa2;
  static final int REPORT = 0xa8;
  private static final int MOST_VARIABLES = 64;

  /** The PDU of a v1 or v2c message; empty for anything else. */
  static Optional<Pdu> ofCommunityMessage(byte[] datagram, SnmpVersion version) {
    try {
      var message = BerReader.of(datagram).into(Ber.SEQUENCE);
      if (message.integer() != version.number()) {
        return Optional.empty();
      }
      message.octets();
      return Optional.of(read(message));
    } catch (NoBerException e) {
      return Optional.empty();
    }
  }

  static Pdu read(BerReader in) throws NoBerException {
    int type = in.tag();
    var body = in.into(type);
    long requestId = body.integer();
    long errorStatus = body.integer();
    body.skip();
    var variables = body.into(Ber.SEQUENCE);
    var first = new byte[0];
    int values = 0;
    for (int i = 0; i < MOST_VARIABLES && !variables.atEnd(); i++) {
      var variable = variables.into(Ber.SEQUENCE);
      var name = variable.into(Ber.OID).rest();
      first = i == 0 ? name : first;
      values += valued(variable.tag()) ? 1 : 0;
    }
    return new Pdu(type, requestId, errorStatus, first, values);
  }

  /** NULL and the exceptions noSuchObject, noSuchInstance and endOfMibView are no values. */
  private static boolean valued(int tag) {
    return tag != Ber.NULL && (tag & 0xf0) != 0x80;
  }

  /** Whether it answers this request, be it by an error or an exception. */
  boolean answers(long request) {
    return type == RESPONSE && requestId == request;
  }

  /** Whether it carries something that is kept from who does not log in. */
  boolean served() {
    return errorStatus == 0 && values > 0;
  }

  /** Whether its first variable is this one. */
  boolean about(byte[] oid) {
    return Arrays.equals(firstOid, oid);
  }
}
