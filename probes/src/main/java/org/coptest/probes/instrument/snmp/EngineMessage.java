package org.coptest.probes.instrument.snmp;

import java.util.Optional;
import org.coptest.probes.instrument.snmp.BerReader.NoBerException;

/**
 * A v3 message without encryption, as received.
 *
 * @param id of the message
 * @param engine that sent it
 * @param pdu what it says
 */
record EngineMessage(long id, Engine engine, Pdu pdu) {
  private static final int ENCRYPTED = 2;

  static Optional<EngineMessage> of(byte[] datagram) {
    try {
      return read(BerReader.of(datagram).into(Ber.SEQUENCE));
    } catch (NoBerException e) {
      return Optional.empty();
    }
  }

  private static Optional<EngineMessage> read(BerReader in) throws NoBerException {
    if (in.integer() != 3) {
      return Optional.empty();
    }
    var head = in.into(Ber.SEQUENCE);
    long id = head.integer();
    head.skip();
    var flags = head.octets();
    var security = in.into(Ber.OCTETS).into(Ber.SEQUENCE);
    var engine = new Engine(security.octets(), security.integer(), security.integer());
    if (flags.length != 1 || (flags[0] & ENCRYPTED) != 0) {
      return Optional.empty();
    }
    var scoped = in.into(Ber.SEQUENCE);
    scoped.skip();
    scoped.skip();
    return Optional.of(new EngineMessage(id, engine, Pdu.read(scoped)));
  }

  /** Whether it reports an increase of this counter of the USM (RFC 3414 5, usmStats). */
  boolean reports(UsmStat counter) {
    return pdu.type() == Pdu.REPORT && pdu.about(counter.oid());
  }
}
