package org.coptest.probes.attacksurface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coptest.probes.attacksurface.SweepRecords.device;
import static org.coptest.probes.attacksurface.SweepRecords.open;
import static org.coptest.probes.attacksurface.SweepRecords.ports;

import java.util.List;
import java.util.stream.IntStream;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.Criteria;
import org.coptest.spi.Seen.NotSeenException;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.net.PortRange;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

final class OpenPortsAreDeclaredTest {
  private static final LogIntf WEB =
      Declared.row(
          LogIntf.class,
          "id",
          "LogIntf-Web",
          "transport",
          Transport.TCP,
          "port",
          80,
          "protocol",
          "http",
          "status",
          InterfaceStatus.ENABLED);

  private final OpenPortsAreDeclared rule = new OpenPortsAreDeclared();

  private static Criteria declaring(LogIntf... rows) {
    return Declared.criteria(Declared.target(Declared.ixit("logIntf", List.of(rows))));
  }

  private List<RowJudgement> judge(TcpSweeps sweeps, Criteria criteria) {
    return rule.judge(RecordedSeen.of(sweeps), criteria);
  }

  private static RowJudgement row(List<RowJudgement> rows, String subject) {
    return rows.stream().filter(r -> r.subject().equals(subject)).findFirst().orElseThrow();
  }

  private static void assertOnly(List<RowJudgement> rows, Cause cause) {
    assertThat(rows).hasSize(1);
    assertUndecided(rows.get(0), cause);
  }

  private static void assertUndecided(RowJudgement row, Cause cause) {
    assertThat(row).isInstanceOf(RowJudgement.Undecided.class);
    assertThat(((RowJudgement.Undecided) row).cause()).isEqualTo(cause);
  }

  @Test
  void passesWhenEveryOpenPortIsDeclared() {
    var rows = judge(open(80), declaring(WEB));
    assertThat(rows).extracting(RowJudgement::verdict).containsOnly(Verdict.PASS);
    assertThat(rows).extracting(RowJudgement::subject).containsExactly("LogIntf-Web", "tcp");
  }

  @Test
  void failsWhenAPortIsOpenButNotDeclared() {
    var rows = judge(open(80, 9527), declaring(WEB));
    var fail = (RowJudgement.Fail) row(rows, "tcp/9527");
    assertThat(fail.evidence()).hasSize(2).doesNotHaveDuplicates();
    assertThat(fail.reason()).contains("tcp/9527", "ixit.logIntf");
    assertThat(fail.finding().reproduce()).isEqualTo("nc -vz 127.0.0.1 9527");
    assertThat(row(rows, "LogIntf-Web").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void namesWhatSpeaksOnTheUndeclaredPort() {
    var services = ServiceRecords.services(ServiceRecords.service(9527, Protocol.TELNET, false));
    var rows = rule.judge(RecordedSeen.of(open(80, 9527), services), declaring(WEB));
    assertThat(row(rows, "tcp/9527").reason()).contains("speaks telnet");
  }

  @Test
  void failsWhenADisabledInterfaceIsOpen() {
    var off =
        Declared.row(
            LogIntf.class, "id", "LogIntf-Debug", "port", 23, "status", InterfaceStatus.DISABLED);
    var rows = judge(open(80, 23), declaring(WEB, off));
    assertThat(row(rows, "LogIntf-Debug").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void failsWhenAnInterfaceOfTheSetUpIsOpenAfterwards() {
    var setup =
        Declared.row(
            LogIntf.class,
            "id",
            "LogIntf-Setup",
            "port",
            8080,
            "status",
            InterfaceStatus.ENABLED,
            "states",
            List.of(DeviceState.SETUP));
    var rows = judge(open(80, 8080), declaring(WEB, setup));
    assertThat(row(rows, "LogIntf-Setup").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void asksForTheTableWhenItIsAbsentAndListsWhatIsOpen() {
    var rows = judge(open(80, 9527), Declared.criteria(Declared.target(Declared.ixit())));
    assertOnly(rows, Cause.MISSING_INPUT);
    assertThat(rows.get(0).reason()).contains("ixit.logIntf", "tcp/80", "tcp/9527");
  }

  @Test
  void takesAnEmptyTableAtItsWord() {
    assertThat(row(judge(open(80), declaring()), "tcp/80").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(row(judge(open(), declaring()), "tcp").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void neitherFailsNorPassesWhenEverythingAccepts() {
    var all = device().look(PortSet.all(), PortSet.none()).toSweeps();
    assertOnly(judge(all, declaring(WEB)), Cause.CONTROL_FAILED);
    var many = IntStream.rangeClosed(1_000, 1_300).boxed().toArray(Integer[]::new);
    assertOnly(judge(open(many), declaring(WEB)), Cause.CONTROL_FAILED);
  }

  @Test
  void distrustsClosedPortsThatOpenWhenAskedAgain() {
    var proxy = device().look(80).closed(40, 20, 20).toSweeps();
    assertOnly(judge(proxy, declaring(WEB)), Cause.CONTROL_FAILED);
  }

  @Test
  void isUndecidedWhenTheDeviceStopsAnsweringInTheSecondSweep() {
    var late = new PortSet(List.of(new PortRange(40_000, 65_535)));
    var refusing = PortSet.all().minus(ports(80));
    var sweeps = device().look(80).look(ports(80), refusing.minus(late)).look(80).toSweeps();
    assertUndecided(row(judge(sweeps, declaring(WEB)), "tcp"), Cause.RATE_LIMITED);
  }

  @Test
  void passesAFilteringDeviceWhileKnownPortsAnswer() {
    var filtering = device().look(ports(80), PortSet.none()).toSweeps();
    assertThat(row(judge(filtering, declaring(WEB)), "tcp").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void isUndecidedWhenKnownPortsFallSilentAmongFilteredOnes() {
    var filtering = device().look(ports(80), PortSet.none()).answering(48, 45).toSweeps();
    assertUndecided(row(judge(filtering, declaring(WEB)), "tcp"), Cause.CONTROL_FAILED);
  }

  @Test
  void failsAPortThatOpensLateAndStays() {
    var sweeps = device().look(80).look(80, 5000).look(80, 5000).toSweeps();
    assertThat(row(judge(sweeps, declaring(WEB)), "tcp/5000").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void isUndecidedAboutAPortSeenOpenOnce() {
    var sweeps = device().look(80, 5000).look(80).look(80).toSweeps();
    assertUndecided(row(judge(sweeps, declaring(WEB)), "tcp/5000"), Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedAboutAPortThatResetsAtOnce() {
    var sweeps = device().look(80, 5000).resetting(5000).toSweeps();
    assertUndecided(row(judge(sweeps, declaring(WEB)), "tcp/5000"), Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void asksForThePortOfAnInterfaceThatNamesNone() {
    var nameless = Declared.row(LogIntf.class, "id", "LogIntf-Api", "transport", Transport.TCP);
    var rows = judge(open(80, 5000), declaring(WEB, nameless));
    assertUndecided(row(rows, "tcp/5000"), Cause.MISSING_INPUT);
    assertThat(row(rows, "tcp/5000").reason()).contains("ixit.logIntf[LogIntf-Api].port");
  }

  @Test
  void doesNotTakeAUdpInterfaceForATcpPort() {
    var udp =
        Declared.row(LogIntf.class, "id", "LogIntf-Dns", "transport", Transport.UDP, "port", 53);
    var rows = judge(open(80, 53), declaring(WEB, udp));
    assertThat(row(rows, "tcp/53").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void isUndecidedWhenAnotherProtocolSpeaksOnADeclaredPort() {
    var services = ServiceRecords.services(ServiceRecords.service(80, Protocol.TELNET, false));
    var rows = rule.judge(RecordedSeen.of(open(80), services), declaring(WEB));
    assertUndecided(row(rows, "LogIntf-Web"), Cause.AMBIGUOUS_RESPONSE);
    assertThat(row(rows, "LogIntf-Web").reason()).contains("telnet", "says http");
  }

  @Test
  void countsAPortThatIsOpenOnIpv6Only() {
    var sweeps =
        new TcpSweeps(
            List.of(device().look(80).toAddress(), device().at("::1").look(80, 2323).toAddress()));
    assertThat(row(judge(sweeps, declaring(WEB)), "tcp/2323").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void isUndecidedWhenOneDeclaredAddressNeverAnswers() {
    var dead = device().at("::1").look(PortSet.none(), PortSet.none()).toAddress();
    var sweeps = new TcpSweeps(List.of(device().look(80).toAddress(), dead));
    assertUndecided(row(judge(sweeps, declaring(WEB)), "tcp"), Cause.TARGET_UNREACHABLE);
  }

  @Test
  void leavesItToTheEngineWhenNothingWasSeen() {
    var silent =
        RecordedSeen.of().trouble("attacksurface.tcp-sweep", Cause.TARGET_UNREACHABLE, "no answer");
    assertThatThrownBy(() -> rule.judge(silent, declaring(WEB)))
        .isInstanceOf(NotSeenException.class);
  }
}
