package org.coptest.harness.target.net.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.net.Dut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NeighbourMacTest {
  private static final String TABLE =
      """
      IP address       HW type     Flags       HW address            Mask     Device
      10.0.0.2         0x1         0x2         02:00:00:00:00:02     *        veth0
      10.0.0.3         0x1         0x0         00:00:00:00:00:00     *        veth0
      """;
  private static final Dut NOBODY =
      (Dut)
          Proxy.newProxyInstance(
              Dut.class.getClassLoader(),
              new Class<?>[] {Dut.class},
              (self, method, arguments) -> {
                throw new AssertionError("the device was asked: " + method);
              });
  @TempDir private Path folder;

  private List<Optional<String>> macs(String address) throws Exception {
    var table = folder.resolve("arp");
    Files.writeString(table, TABLE);
    return macs(new NeighbourMac(new Neighbours(table), Optional.empty()), address);
  }

  private static List<Optional<String>> macs(NeighbourMac check, String address) throws Exception {
    var values = new ArrayList<Optional<String>>();
    for (var mark : check.marks(List.of(InetAddress.getByName(address)), new HeardSpeech())) {
      assertThat(mark.name()).isEqualTo("MAC of " + address);
      assertThat(mark.asksDevice()).isFalse();
      values.add(mark.read(NOBODY));
    }
    return values;
  }

  @Test
  void readsTheMacOfTheDeviceOnly() throws Exception {
    assertThat(macs("10.0.0.2")).containsExactly(Optional.of("02:00:00:00:00:02"));
  }

  @Test
  void anUnresolvedNeighbourIsNoMark() throws Exception {
    assertThat(macs("10.0.0.3")).containsExactly(Optional.empty());
  }

  @Test
  void aHostWithoutSuchATableHasNoMarks() throws Exception {
    var missing = new NeighbourMac(new Neighbours(folder.resolve("absent")), Optional.empty());

    assertThat(macs(missing, "10.0.0.2")).containsExactly(Optional.empty());
  }

  @Test
  void somebodyIsOnTheLinkOnlyWhereTheEntryIsComplete() throws Exception {
    var table = folder.resolve("arp");
    Files.writeString(table, TABLE);
    var neighbours = new Neighbours(table);

    assertThat(neighbours.answerForAny(List.of(InetAddress.getByName("10.0.0.2")))).isTrue();
    assertThat(neighbours.answerForAny(List.of(InetAddress.getByName("10.0.0.3")))).isFalse();
    assertThat(neighbours.answerForAny(List.of(InetAddress.getByName("10.0.0.4")))).isFalse();
  }
}
