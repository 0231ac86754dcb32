package org.coptest.probes.passwords;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.attacksurface.AddressSweep;
import org.coptest.probes.attacksurface.ControlLook;
import org.coptest.probes.attacksurface.Look;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.service.HttpFront;
import org.coptest.probes.instrument.service.Identity;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.Criteria;
import org.coptest.spi.DataList;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Observation;
import org.coptest.spi.Probe;
import org.coptest.spi.Rule;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;
import org.coptest.spi.verdict.RowJudgement;

/** One service on loopback, what was found and declared about it, and what the rules make of it. */
final class LoginScene {
  /** Waits that let a test see a retry without waiting for it. */
  static final Patience SHORT =
      new Patience(List.of(Duration.ofMillis(5), Duration.ofMillis(20)), Duration.ZERO);

  private final int port;
  private final Protocol protocol;
  private final boolean tls;
  private final LoopbackDut dut;
  private final List<Object> mech = new ArrayList<>(List.of("id", "AuthMech-1"));
  private final List<Object> endpoint = new ArrayList<>();
  private boolean declared;

  LoginScene(int port, Protocol protocol, boolean tls) {
    this.port = port;
    this.protocol = protocol;
    this.tls = tls;
    this.dut = LoopbackDut.with(port);
  }

  /** Declares a password login on the port, with these further components. */
  LoginScene declaring(Object... more) {
    declared = true;
    mech.addAll(List.of(more));
    return this;
  }

  /** Declares how the login is made, with these components. */
  LoginScene recipe(Object... more) {
    endpoint.addAll(List.of(more));
    return declaring();
  }

  /** Declares a credential that works. */
  LoginScene valid(String user, String password) {
    var secret = new Secret("${env:PW}", password);
    return declaring(
        "validCredential", Declared.row(Credential.class, "user", user, "password", secret));
  }

  LoopbackDut dut() {
    return dut;
  }

  Target target() {
    var here = new ArrayList<Object>(List.of("interfaceId", "LogIntf-1"));
    here.addAll(endpoint);
    var place = Declared.row(LoginEndpoint.class, here.toArray());
    var all = new ArrayList<Object>(mech);
    all.addAll(List.of("factor", Factor.PASSWORD, "endpoint", place));
    var row = Declared.row(AuthMech.class, all.toArray());
    var face = Declared.row(LogIntf.class, "id", "LogIntf-1", "port", port);
    var ixit =
        declared
            ? Declared.ixit("authMech", List.of(row), "logIntf", List.of(face))
            : Declared.ixit();
    return Declared.target("id", "dev1", "ixit", ixit);
  }

  /** Runs the probe on the real socket. */
  LoginTrials observe(Probe<LoginTrials> probe) throws Exception {
    return probe.observe(TestBench.of(dut, target(), services(), sweeps(port)), dut.evidence());
  }

  List<RowJudgement> judge(Rule rule, Observation... trials) {
    return judge(rule, Declared.criteria(target()), trials);
  }

  List<RowJudgement> judge(Rule rule, Criteria criteria, Observation... trials) {
    var all = new ArrayList<Observation>(List.of(trials));
    all.add(services());
    all.add(sweeps(port));
    return rule.judge(RecordedSeen.of(all.toArray(Observation[]::new)), criteria);
  }

  Services services() {
    var prompt = protocol == Protocol.TELNET;
    var identity =
        new Identity(
            protocol,
            tls,
            prompt,
            prompt,
            "",
            HttpFront.none(),
            "",
            List.of(new EvidenceRef("S-1")));
    return new Services(List.of(new Service("127.0.0.1", port, identity)));
  }

  /** Two complete sweeps with this port open. */
  static TcpSweeps sweeps(Integer... ports) {
    var open = PortSet.of(List.of(ports));
    var result = new Sweep(open, PortSet.all().minus(open), PortSet.none(), PortSet.none());
    var control = new ControlLook(20, 20, 0);
    return new TcpSweeps(
        List.of(
            new AddressSweep(
                "127.0.0.1",
                look("P-1", result),
                look("P-2", result),
                look("P-3", result),
                PortSet.none(),
                control,
                control,
                PortSet.none(),
                PortSet.none())));
  }

  private static Look look(String id, Sweep result) {
    return new Look(Instant.EPOCH, 1, PortSet.all(), result, new EvidenceRef(id));
  }

  /** A short list: two entries of the Mirai table and some of a maker. */
  static CredentialList list() {
    var rows =
        List.of(
            row(1, "root", "xc3511", "mirai:01:w10"),
            row(2, "admin", "admin", "mirai:04:w7"),
            row(3, "admin", "1234", ""),
            row(4, "", "letmein", ""));
    return new CredentialList(
        new DataList("credentials", LocalDate.of(2026, 5, 1), rows.size(), "00"), rows);
  }

  private static CredentialRow row(int number, String user, String password, String set) {
    return new CredentialRow(number, "any", user, password, "generic", "test", set);
  }
}
