package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;
import org.junit.jupiter.api.Test;

/** Sweeps of a device behind a firewall that drops, over a network that loses packets. */
class LossySweepTest {
  private static final int OPEN = 41_217;
  private final FakeTime time = new FakeTime();
  private final Map<Integer, Integer> asked = new HashMap<>();
  private int lost;
  private Duration longest = Duration.ZERO;

  private Sweep sweep(PortSet expected) throws Exception {
    var sweeper =
        new PortSweeper(
            PaceTable.of(Pace.UNLIMITED), Limits.standard(), 7, time, this::onlyOneIsOpen);
    return sweeper.sweep(
        InetAddress.getByName("127.0.0.1"),
        PortSet.all(),
        expected,
        (done, total) -> {},
        Deadline.after("probe", Duration.ofHours(1), time));
  }

  private void onlyOneIsOpen(PortSweeper.Job job, int[] ports, Duration patience) {
    longest = patience.compareTo(longest) > 0 ? patience : longest;
    for (int port : ports) {
      int times = asked.merge(port, 1, Integer::sum);
      job.tally().put(port, port == OPEN && times > lost ? PortState.OPEN : PortState.SILENT);
    }
  }

  @Test
  void asksADeclaredPortAgainWithAllPatience() throws Exception {
    lost = 2;

    assertThat(sweep(PortSet.of(List.of(OPEN))).open().contains(OPEN)).isTrue();
    assertThat(longest).isEqualTo(Limits.standard().connect());
  }

  @Test
  void doesNotAskForEver() throws Exception {
    lost = 100;

    assertThat(sweep(PortSet.of(List.of(OPEN))).silent().contains(OPEN)).isTrue();
    assertThat(asked.get(OPEN)).isLessThanOrEqualTo(4);
  }

  @Test
  void costsNoMoreThanBeforeWhereNothingIsExpected() throws Exception {
    sweep(PortSet.none());

    assertThat(asked.values().stream().mapToInt(times -> times).sum()).isEqualTo(65_535 + 256);
  }
}
