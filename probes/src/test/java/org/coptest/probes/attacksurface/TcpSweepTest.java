package org.coptest.probes.attacksurface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;

final class TcpSweepTest {
  private final TcpSweep probe = new TcpSweep(Duration.ZERO);

  private AddressSweep look(FakeSweepDut dut) throws Exception {
    return probe.observe(TestBench.of(dut), dut.evidence()).addresses().get(0);
  }

  @Test
  void findsTheOpenPortsOfARealDeviceTwice() throws Exception {
    try (var quiet = TcpServer.playing((socket, turn) -> TcpServer.drain(socket));
        var talking = TcpServer.saying("hello\r\n".getBytes())) {
      var dut = LoopbackDut.with(quiet.port(), talking.port(), 1);
      var sweep = probe.observe(TestBench.of(dut), dut.evidence()).addresses().get(0);
      assertThat(sweep.openTwice()).isEqualTo(PortSet.of(List.of(quiet.port(), talking.port())));
      assertThat(sweep.refused().size()).isEqualTo(65_533);
      assertThat(sweep.closed().asked()).isEqualTo(40);
      assertThat(sweep.closed().held()).isTrue();
      assertThat(sweep.sightings(quiet.port())).hasSize(3).doesNotHaveDuplicates();
      assertThat(dut.evidence().body(sweep.second().evidence()))
          .contains("open: ", "" + quiet.port());
    }
  }

  @Test
  void looksAtEveryAddress() throws Exception {
    var other = InetAddress.getByName(hasIpv6() ? "::1" : "127.0.0.2");
    try (var hidden = TcpServer.at(other, (socket, turn) -> TcpServer.drain(socket))) {
      var addresses = List.of(InetAddress.getLoopbackAddress(), other);
      var dut = LoopbackDut.at(addresses, PortSet.of(List.of(hidden.port())));
      var sweeps = probe.observe(TestBench.of(dut), dut.evidence());
      assertThat(sweeps.addresses()).hasSize(2);
      assertThat(sweeps.openTwice()).isEqualTo(PortSet.of(List.of(hidden.port())));
    }
  }

  private static boolean hasIpv6() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
  }

  @Test
  void saysUnreachableWhenNothingEverAnswers() {
    var dead = new FakeSweepDut((before, port) -> 's');
    assertThatThrownBy(() -> look(dead))
        .isInstanceOfSatisfying(
            ProbeException.class,
            e -> assertThat(e.reasonCode()).isEqualTo(Cause.TARGET_UNREACHABLE));
  }

  @Test
  void findsTheOnlyPortThoughTheFirstSweepLostIt() throws Exception {
    var sweep = look(new FakeSweepDut((before, port) -> port == 48_123 && before > 0 ? 'o' : 's'));
    assertThat(sweep.openTwice()).isEqualTo(PortSet.of(List.of(48_123)));
    assertThat(sweep.answering().held()).isTrue();
    assertThat(Coverage.of(new TcpSweeps(List.of(sweep))).cause()).isEmpty();
  }

  @Test
  void asksASilentAddressTwiceAndNoMore() {
    var sweeps = new int[1];
    var dead =
        new FakeSweepDut((before, port) -> {
          sweeps[0] = before + 1;
          return 's';
        });
    assertThatThrownBy(() -> look(dead)).isInstanceOf(ProbeException.class);
    assertThat(sweeps[0]).isEqualTo(2);
  }

  @Test
  void recognisesADeviceThatAcceptsEverything() throws Exception {
    var sweep = look(new FakeSweepDut((before, port) -> 'o'));
    assertThat(sweep.acceptsEverything()).isTrue();
    assertThat(sweep.sampled().size()).isEqualTo(24);
    assertThat(sweep.reacted().isEmpty()).isTrue();
  }

  @Test
  void recognisesAProxyThatStartsToAcceptEverythingLater() throws Exception {
    var sweep = look(new FakeSweepDut((before, port) -> before == 0 && port != 80 ? 'r' : 'o'));
    assertThat(sweep.acceptsEverything()).isTrue();
  }

  @Test
  void seesAPortThatOpensBetweenTheSweepsTwice() throws Exception {
    var sweep =
        look(
            new FakeSweepDut(
                (before, port) -> port == 80 || port == 5_000 && before > 0 ? 'o' : 'r'));
    assertThat(sweep.first().result().open().contains(5_000)).isFalse();
    assertThat(sweep.openTwice().contains(5_000)).isTrue();
  }

  @Test
  void noticesThatTheDeviceStopsAnswering() throws Exception {
    var sweep =
        look(
            new FakeSweepDut(
                (before, port) -> before > 0 && port > 9_000 ? 's' : port == 80 ? 'o' : 'r'));
    assertThat(sweep.fellSilent().size()).isEqualTo(65_535 - 9_000);
  }

  @Test
  void framesAFilteringDeviceWithPortsThatAnswer() throws Exception {
    var sweep = look(new FakeSweepDut((before, port) -> port == 80 ? 'o' : 's'));
    assertThat(sweep.unanswered().size()).isEqualTo(65_534);
    assertThat(sweep.answering().held()).isTrue();
    assertThat(sweep.answering().asked()).isGreaterThanOrEqualTo(16);
  }

  @Test
  void notesPortsThatResetAtOnce() throws Exception {
    var dut =
        new FakeSweepDut((before, port) -> port == 80 ? 'o' : 'r').saying(new Received.Reset());
    assertThat(look(dut).resetAtOnce().contains(80)).isTrue();
  }
}
