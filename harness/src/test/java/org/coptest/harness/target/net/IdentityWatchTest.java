package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.target.net.identity.DeclaredMark;
import org.coptest.harness.target.net.identity.HeardSpeech;
import org.coptest.harness.target.net.identity.IdentityCheck;
import org.coptest.harness.target.net.identity.IdentityMark;
import org.coptest.harness.target.net.identity.MarkKind;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.Dut;
import org.junit.jupiter.api.Test;

class IdentityWatchTest {
  private final Deque<String> values = new ArrayDeque<>();

  private TestBench bench(IdentityCheck... checks) throws Exception {
    var settings = TestBench.settings(Pace.UNLIMITED, InetAddress.getByName("127.36.0.5"));
    return TestBench.with(settings.watching(List.of(checks)));
  }

  private IdentityCheck showing(boolean asks, String... shown) {
    values.addAll(List.of(shown));
    return (addresses, heard) -> List.of(new Shown(asks));
  }

  private static Optional<String> check(TestBench bench) throws Exception {
    bench.dut.awaitHttp();
    return bench.dut.identityChange();
  }

  @Test
  void noticesAnotherDeviceOnTheAddress() throws Exception {
    try (var bench = bench(showing(true, "A1", "A1", "A1", "B2", "B2", "B2", "B2"))) {
      assertThat(check(bench)).isEmpty();
      assertThat(check(bench)).isEmpty();
      assertThat(check(bench)).contains("serial was A1 and is B2");
      assertThat(check(bench)).contains("serial was A1 and is B2");
    }
  }

  @Test
  void isContentAgainWhenTheFirstDeviceIsBack() throws Exception {
    try (var bench = bench(showing(true, "A1", "A1", "B2", "B2", "B2", "A1"))) {
      check(bench);
      assertThat(check(bench)).isPresent();
      assertThat(check(bench)).isEmpty();
    }
  }

  @Test
  void staysChangedWhileTheMarkCannotBeRead() throws Exception {
    try (var bench = bench(showing(true, "A1", "A1", "B2", "B2", "B2", "", "", ""))) {
      check(bench);
      check(bench);
      for (int i = 0; i < 3; i++) {
        assertThat(check(bench)).contains("serial was A1 and is B2");
      }
    }
  }

  @Test
  void severalMachinesThatTakeTurnsAreNoChange() throws Exception {
    try (var bench = bench(showing(true, "A1", "A1", "B2", "A1"))) {
      check(bench);
      assertThat(check(bench)).isEmpty();
      assertThat(check(bench)).isEmpty();
      assertThat(values).isEmpty();
    }
  }

  @Test
  void stopsReadingWhatTwiceCouldNotBeRead() throws Exception {
    try (var bench = bench(showing(true, "", "", "A1"))) {
      for (int i = 0; i < 4; i++) {
        assertThat(check(bench)).isEmpty();
      }
      assertThat(values).containsExactly("A1");
    }
  }

  @Test
  void goesOnReadingWhatCostsTheDeviceNothing() throws Exception {
    try (var bench = bench(showing(false, "", "", "", "A1", "A1", "B2", "B2", "B2"))) {
      for (int i = 0; i < 4; i++) {
        assertThat(check(bench)).isEmpty();
      }
      assertThat(check(bench)).isPresent();
    }
  }

  @Test
  void comparesMacsHoweverTheyAreWritten() throws Exception {
    var right =
        new Declaring(
            showing(false, "02:00:00:00:00:0a", "02:00:00:00:00:0a"), "02-00-00-00-00-0A");
    try (var bench = bench(right)) {
      assertThat(check(bench)).isEmpty();
    }
    var wrong =
        new Declaring(
            showing(false, "02:00:00:00:00:0b", "02:00:00:00:00:0b"), "02-00-00-00-00-0A");
    try (var bench = bench(wrong)) {
      assertThat(check(bench).orElseThrow())
          .contains("02:00:00:00:00:0b", "identity.mac (t.yaml:7:3) declares 02-00-00-00-00-0A");
    }
  }

  /** A mark that shows one value after the other; an empty one cannot be read. */
  private final class Shown implements IdentityMark {
    private final boolean asks;

    private Shown(boolean asks) {
      this.asks = asks;
    }

    @Override
    public MarkKind kind() {
      return MarkKind.MAC;
    }

    @Override
    public String name() {
      return "serial";
    }

    @Override
    public boolean asksDevice() {
      return asks;
    }

    @Override
    public Optional<String> read(Dut dut) {
      return Optional.of(values.remove()).filter(value -> !value.isEmpty());
    }
  }

  private record Declaring(IdentityCheck check, String mac) implements IdentityCheck {

    @Override
    public List<IdentityMark> marks(List<InetAddress> addresses, HeardSpeech heard) {
      return check.marks(addresses, heard);
    }

    @Override
    public Optional<DeclaredMark> declared() {
      return Optional.of(new DeclaredMark(MarkKind.MAC, List.of(mac), new Origin("t.yaml", 7, 3)));
    }
  }
}
