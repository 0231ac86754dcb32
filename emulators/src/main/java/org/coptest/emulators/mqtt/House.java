package org.coptest.emulators.mqtt;

import org.coptest.emulators.device.Accounts;

/**
 * The rules of a broker.
 *
 * @param accounts who may connect by name
 * @param anonymous whether one may connect without a name
 * @param newestOnly whether it refuses everything before MQTT 5
 * @param delivers whether what is published reaches anybody; topics are granted in any case
 * @param sendsAway whether it ends a connection right after it took it
 */
public record House(
    Accounts accounts, boolean anonymous, boolean newestOnly, boolean delivers, boolean sendsAway) {

  /** Takes these accounts and nobody else, in either version. */
  public static House of(Accounts accounts) {
    return new House(accounts, false, false, true, false);
  }

  /** The same, letting in whoever gives no name. */
  public House alsoAnonymous() {
    return new House(accounts, true, newestOnly, delivers, sendsAway);
  }

  /** The same, in MQTT 5 only. */
  public House inVersion5Only() {
    return new House(accounts, anonymous, true, delivers, sendsAway);
  }

  /** The same, granting every topic and delivering nothing. */
  public House deliveringNothing() {
    return new House(accounts, anonymous, newestOnly, false, sendsAway);
  }

  /** The same, taking a connection and ending it. */
  public House sendingAway() {
    return new House(accounts, anonymous, newestOnly, delivers, true);
  }
}
