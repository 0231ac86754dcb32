package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NeighbourMacTest {
  private static final String TABLE =
      """
      IP address       HW type     Flags       HW address            Mask     Device
      10.0.0.2         0x1         0x2         02:00:00:00:00:02     *        veth0
      10.0.0.3         0x1         0x0         00:00:00:00:00:00     *        veth0
      """;
  @TempDir private Path folder;

  private Map<String, String> marks(String address) throws Exception {
    var table = folder.resolve("arp");
    Files.writeString(table, TABLE);
    return new NeighbourMac(table).marks(List.of(InetAddress.getByName(address)));
  }

  @Test
  void readsTheMacOfTheDeviceOnly() throws Exception {
    assertThat(marks("10.0.0.2"))
        .containsExactly(Map.entry("MAC of 10.0.0.2", "02:00:00:00:00:02"));
  }

  @Test
  void anUnresolvedNeighbourIsNoMark() throws Exception {
    assertThat(marks("10.0.0.3")).isEmpty();
  }

  @Test
  void aHostWithoutSuchATableHasNoMarks() throws Exception {
    var missing = new NeighbourMac(folder.resolve("absent"));

    assertThat(missing.marks(List.of(InetAddress.getByName("10.0.0.2")))).isEmpty();
  }
}
