package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.snmp.SnmpDoor;
import org.coptest.probes.instrument.snmp.SnmpTiming;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.AuthMech;

/** Tries widely known communities on every SNMP agent, each silence between two answers. */
@AutoService(Probe.class)
public final class SnmpDefaults implements TriesDefaults {
  private static final int MOST_KNOCKS = 12;
  private static final List<String> COMMON = List.of("public", "private");
  private final DefaultLogins logins;
  private final CredentialList list;

  /** With the bundled list. */
  public SnmpDefaults() {
    this(CredentialList.bundled(), Patience.standard(), SnmpTiming.standard());
  }

  SnmpDefaults(CredentialList list, Patience patience, SnmpTiming timing) {
    this.list = list;
    this.logins =
        new DefaultLogins(
            LoginProtocol.SNMP, (place, bench) -> door(place, bench, timing), list, patience);
  }

  @Override
  public String id() {
    return "passwords.snmp-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private LoginDoor door(LoginPlace place, Bench bench, SnmpTiming timing) {
    var valid = place.declared().flatMap(AuthMech::validCredential).flatMap(DefaultLogins::valid);
    var users = namesUsers(place) || valid.filter(it -> !it.user().isEmpty()).isPresent();
    return new SnmpDoor(
        bench.dut(),
        place.surface(),
        new SnmpDoor.Knocks(users, valid, knocks(place, bench)),
        bench.random(),
        timing);
  }

  private static boolean namesUsers(LoginPlace place) {
    return place
        .declared()
        .flatMap(AuthMech::protocol)
        .filter("snmpv3"::equalsIgnoreCase)
        .isPresent();
  }

  /** Where an agent is declared more is said to find it than where there may be none. */
  private List<Candidate> knocks(LoginPlace place, Bench bench) {
    var all =
        new CandidateOrder(list.rows(), bench.declared().identity())
            .forProtocol(LoginProtocol.SNMP, Optional.empty());
    var common = all.stream().filter(it -> COMMON.contains(it.password()));
    return place.certain()
        ? Stream.concat(common, all.stream()).distinct().limit(MOST_KNOCKS).toList()
        : common.toList();
  }
}
