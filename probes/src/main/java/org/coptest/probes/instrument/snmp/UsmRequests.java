package org.coptest.probes.instrument.snmp;

import java.nio.charset.StandardCharsets;
import org.coptest.probes.instrument.login.Candidate;

/** Makes GET requests of v3 users who prove their password, without encryption. */
final class UsmRequests {
  private static final int AUTHENTICATED_REPORTABLE = 5;

  private UsmRequests() {}

  static byte[] get(Engine engine, Candidate user, UsmHash hash, long id) {
    var name = Ber.octets(user.user().getBytes(StandardCharsets.UTF_8));
    var message = message(engine, name, new byte[UsmHash.PROOF], id);
    return message(engine, name, hash.proof(user.password(), engine.id(), message), id);
  }

  private static byte[] message(Engine engine, byte[] name, byte[] proof, long id) {
    var security =
        Ber.of(
            Ber.SEQUENCE,
            Ber.octets(engine.id()),
            Ber.integer(engine.boots()),
            Ber.integer(engine.time()),
            name,
            Ber.octets(proof),
            Ber.octets(new byte[0]));
    return Requests.version3(
        id, AUTHENTICATED_REPORTABLE, security, engine.id(), Requests.system(id));
  }
}
