package org.coptest.probes.instrument.onvif;

import java.util.Arrays;
import java.util.Optional;

/**
 * Read-only operations of the ONVIF device service, with the access class that its core
 * specification gives them; operations for which no login is needed prove nothing about logins.
 */
enum Operation {
  /** PRE_AUTH: for everybody. */
  TIME("GetSystemDateAndTime"),
  /** READ_SYSTEM: for every account. */
  INFORMATION("GetDeviceInformation"),
  /** READ_SYSTEM: for every account. */
  NETWORK("GetNetworkInterfaces"),
  /** READ_SYSTEM_SECRET: for administrators. */
  USERS("GetUsers");

  private final String text;

  Operation(String text) {
    this.text = text;
  }

  /** Its name on the wire. */
  String text() {
    return text;
  }

  /** Name of the element that answers it. */
  String answer() {
    return text + "Response";
  }

  /** The one of this name that needs a login. */
  static Optional<Operation> guarded(String name) {
    return Arrays.stream(values()).filter(it -> it != TIME && it.text.equals(name)).findFirst();
  }
}
