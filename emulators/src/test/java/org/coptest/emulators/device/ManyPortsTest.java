package org.coptest.emulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.coptest.emulators.plain.Plain;
import org.junit.jupiter.api.Test;

class ManyPortsTest {

  @Test
  void opensAsManyPortsAsAskedFor() throws IOException {
    var address = InetAddress.getByName("127.0.0.2");
    var site = Site.at(address);
    try (var many = (ManyPorts) ManyPorts.of(1_000, Plain.mute()).open(site)) {
      assertThat(many.numbers()).hasSize(1_000).doesNotHaveDuplicates();
      for (var port : many.numbers()) {
        try (var peer = new Socket(address, port)) {
          assertThat(peer.isConnected()).isTrue();
        }
      }
    } finally {
      site.threads().shutdownNow();
    }
  }
}
