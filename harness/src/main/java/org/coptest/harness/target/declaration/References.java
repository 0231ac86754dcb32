package org.coptest.harness.target.declaration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.emulation.DeviceEmulator;

/**
 * What a declaration may refer to outside its own file.
 *
 * @param emulators for {@code reach.emulate} and {@code ${emulated:…}}
 * @param provisions ids of the catalogue; empty when no catalogue is at hand
 * @param environment for {@code ${env:…}}
 * @param clock tells the day an authorisation is compared with
 * @param secretsNeeded whether a secret must resolve; judging a record needs none
 */
public record References(
    List<DeviceEmulator> emulators,
    Set<String> provisions,
    Map<String, String> environment,
    Clock clock,
    boolean secretsNeeded) {

  /** For looking at devices: every secret must resolve. */
  public References(
      List<DeviceEmulator> emulators,
      Set<String> provisions,
      Map<String, String> environment,
      Clock clock) {
    this(emulators, provisions, environment, clock, true);
  }

  /** For judging what was recorded, as of the day it was recorded. */
  public References forJudging(Clock recorded) {
    return new References(emulators, provisions, environment, recorded, false);
  }

  /** Each {@code persona/make} on offer. */
  List<String> emulated() {
    return emulators.stream()
        .flatMap(each -> each.makes().stream().map(make -> each.persona() + "/" + make))
        .sorted()
        .toList();
  }

  /** Names of the ports or secrets of an emulated device; none when it is unknown. */
  List<String> emulatedNames(String emulate, boolean secrets) {
    return emulator(emulate)
        .map(each -> secrets ? each.secrets(make(emulate)) : each.services(make(emulate)))
        .orElse(List.of());
  }

  private Optional<DeviceEmulator> emulator(String emulate) {
    return emulators.stream()
        .filter(each -> emulate.startsWith(each.persona() + "/"))
        .filter(each -> each.makes().contains(make(emulate)))
        .findFirst();
  }

  private static String make(String emulate) {
    return emulate.substring(emulate.indexOf('/') + 1);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
