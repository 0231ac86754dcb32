package org.coptest.probes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.coptest.spi.Probe;
import org.coptest.spi.Rule;
import org.junit.jupiter.api.Test;

final class RegistrationTest {
  private static boolean isOurs(String id) {
    return Stream.of("attacksurface.", "transport.", "declaration.").anyMatch(id::startsWith);
  }

  @Test
  @SuppressWarnings("rawtypes")
  void registersItsProbes() {
    assertThat(ServiceLoader.load(Probe.class))
        .extracting(Probe::id)
        .filteredOn(RegistrationTest::isOurs)
        .containsExactlyInAnyOrder(
            "attacksurface.tcp-sweep", "attacksurface.services", "transport.tls-offers");
  }

  @Test
  void registersItsRules() {
    assertThat(ServiceLoader.load(Rule.class))
        .extracting(Rule::id)
        .filteredOn(RegistrationTest::isOurs)
        .containsExactlyInAnyOrder(
            "attacksurface.open-ports-are-declared",
            "attacksurface.declared-status-holds",
            "transport.tls-versions-and-suites",
            "declaration.provided",
            "declaration.recommendations-justified",
            "declaration.tls-is-current");
  }
}
