package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.Test;

class GuardedTest {

  @Test
  void locksAfterTenWrongPasswordsAndOpensAgain() throws IOException {
    try (var panel = Devices.start("guarded/conforming")) {
      wrong(panel, "https", 10);

      assertThat(right(panel, "https")).startsWith("HTTP/1.1 401").contains("locked");
      await().untilAsserted(() -> assertThat(right(panel, "https")).startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void doesNotSayThatItIsLockedWhereSoMade() throws IOException {
    try (var panel = Devices.start("guarded/silent-lock")) {
      wrong(panel, "https", 10);

      assertThat(right(panel, "https")).startsWith("HTTP/1.1 401").doesNotContain("locked");
    }
  }

  @Test
  void locksForShowWhereSoMade() throws IOException {
    try (var panel = Devices.start("guarded/lock-for-show")) {
      wrong(panel, "https", 10);

      assertThat(get(panel, "https", "nonsense")).contains("locked");
      assertThat(right(panel, "https")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void locksOneOfTwoSurfacesWhereSoMade() throws IOException {
    try (var panel = Devices.start("guarded/second-surface")) {
      wrong(panel, "https", 10);
      wrong(panel, "api", 10);

      assertThat(right(panel, "https")).startsWith("HTTP/1.1 401");
      assertThat(right(panel, "api")).startsWith("HTTP/1.1 200");
    }
  }

  private static void wrong(EmulatedDevice panel, String service, int times) throws IOException {
    for (var i = 0; i < times; i++) {
      assertThat(get(panel, service, "wrong-" + i)).startsWith("HTTP/1.1 401");
    }
  }

  private static String right(EmulatedDevice panel, String service) throws IOException {
    return get(panel, service, panel.secret("owner-password"));
  }

  private static String get(EmulatedDevice panel, String service, String password)
      throws IOException {
    try (var socket = Web.secure(panel, service)) {
      return Web.get(socket, "/", Web.basic("owner", password));
    }
  }
}
