package org.coptest.probes.attacksurface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coptest.probes.attacksurface.SweepRecords.device;
import static org.coptest.probes.attacksurface.SweepRecords.open;
import static org.coptest.probes.attacksurface.SweepRecords.ports;

import java.util.List;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.Seen.NotSeenException;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

final class DeclaredStatusHoldsTest {
  private final DeclaredStatusHolds rule = new DeclaredStatusHolds();

  private static LogIntf intf(int port, InterfaceStatus status) {
    return Declared.row(
        LogIntf.class,
        "id",
        "LogIntf-" + port,
        "transport",
        Transport.TCP,
        "port",
        port,
        "status",
        status);
  }

  private RowJudgement only(TcpSweeps sweeps, LogIntf... rows) {
    var target = Declared.target(Declared.ixit("logIntf", List.of(rows)));
    var judged = rule.judge(RecordedSeen.of(sweeps), Declared.criteria(target));
    assertThat(judged).hasSize(1);
    return judged.get(0);
  }

  private static void assertUndecided(RowJudgement row, Cause cause) {
    assertThat(row).isInstanceOf(RowJudgement.Undecided.class);
    assertThat(((RowJudgement.Undecided) row).cause()).isEqualTo(cause);
  }

  @Test
  void passesAnEnabledInterfaceThatIsOpen() {
    assertThat(only(open(80), intf(80, InterfaceStatus.ENABLED)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void passesADisabledInterfaceThatIsClosed() {
    assertThat(only(open(80), intf(23, InterfaceStatus.DISABLED)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void failsADisabledInterfaceThatIsOpen() {
    var row = only(open(80, 23), intf(23, InterfaceStatus.DISABLED));
    assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(row.reason()).contains("ixit.logIntf[LogIntf-23]");
  }

  @Test
  void isUndecidedAboutAnEnabledInterfaceThatIsClosed() {
    assertUndecided(only(open(), intf(80, InterfaceStatus.ENABLED)), Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedAboutADisabledInterfaceSeenOpenOnce() {
    var sweeps = device().look(23).look().look().toSweeps();
    assertUndecided(only(sweeps, intf(23, InterfaceStatus.DISABLED)), Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedAboutADisabledInterfaceWhenSilenceMayBeTheNetwork() {
    var sweeps = device().look(ports(80), PortSet.none()).answering(48, 30).toSweeps();
    assertUndecided(only(sweeps, intf(23, InterfaceStatus.DISABLED)), Cause.CONTROL_FAILED);
  }

  @Test
  void isUndecidedWhenEverythingAccepts() {
    var sweeps = device().look(PortSet.all(), PortSet.none()).toSweeps();
    assertUndecided(only(sweeps, intf(80, InterfaceStatus.ENABLED)), Cause.CONTROL_FAILED);
  }

  @Test
  void holdsAnInterfaceOfAnotherStateForClosed() {
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
    assertThat(only(open(80), setup).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(open(8080), setup).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void saysThatUdpIsNotLookedAt() {
    var udp =
        Declared.row(LogIntf.class, "id", "LogIntf-Dns", "transport", Transport.UDP, "port", 53);
    assertUndecided(only(open(), udp), Cause.NOT_AUTOMATED);
  }

  @Test
  void asksForStatusAndPort() {
    var bare = Declared.row(LogIntf.class, "id", "LogIntf-X", "port", 80);
    assertUndecided(only(open(80), bare), Cause.MISSING_INPUT);
    assertThat(only(open(80), bare).reason()).contains("ixit.logIntf[LogIntf-X].status");
    var nameless = Declared.row(LogIntf.class, "id", "LogIntf-Y");
    assertThat(only(open(80), nameless).reason()).contains("ixit.logIntf[LogIntf-Y].port");
  }

  @Test
  void passesAnEmptyTableOnlyWhenNothingIsOpen() {
    assertThat(only(open()).verdict()).isEqualTo(Verdict.PASS);
    assertUndecided(only(open(80)), Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void asksForTheTableWhenItIsAbsent() {
    var criteria = Declared.criteria(Declared.target(Declared.ixit()));
    var rows = rule.judge(RecordedSeen.of(open(80)), criteria);
    assertUndecided(rows.get(0), Cause.MISSING_INPUT);
  }

  @Test
  void leavesItToTheEngineWhenNothingWasSeen() {
    var criteria = Declared.criteria(Declared.target(Declared.ixit()));
    assertThatThrownBy(() -> rule.judge(RecordedSeen.of(), criteria))
        .isInstanceOf(NotSeenException.class);
  }
}
