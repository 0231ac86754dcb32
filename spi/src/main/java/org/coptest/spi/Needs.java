package org.coptest.spi;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a probe needs and costs; immutable, each method gives a changed copy.
 *
 * @param network whether it needs a device that answers
 * @param safety what it may do to the device
 * @param order when it runs
 * @param after observations it reads, whose probes run before it
 * @param declared IXIT paths it cannot do without, such as {@code ixit.authMech}
 * @param drivers names of drivers it uses
 * @param samples how many samples of the model it needs, this one included
 * @param connects upper bound of connections it makes
 * @param logins whether it tries credentials and so spends the login budget
 * @param typical how long it usually takes
 * @param cap after which it is stopped with BUDGET_EXHAUSTED
 */
public record Needs(
    boolean network,
    SafetyClass safety,
    Interference order,
    List<Class<? extends Observation>> after,
    List<String> declared,
    List<String> drivers,
    int samples,
    int connects,
    boolean logins,
    Duration typical,
    Duration cap) {

  /** A probe that talks to the device. */
  public static Needs network(SafetyClass safety, Interference order) {
    return new Needs(
        true,
        safety,
        order,
        List.of(),
        List.of(),
        List.of(),
        1,
        0,
        false,
        Duration.ofMinutes(1),
        Duration.ofMinutes(15));
  }

  /** A probe that reads files and declarations only. */
  public static Needs nothing() {
    return new Needs(
        false,
        SafetyClass.PASSIVE,
        Interference.PASSIVE,
        List.of(),
        List.of(),
        List.of(),
        1,
        0,
        false,
        Duration.ofSeconds(1),
        Duration.ofMinutes(5));
  }

  /** Runs after the probe that brings this observation, and may read it. */
  public Needs after(Class<? extends Observation> type) {
    var types = Stream.concat(after.stream(), Stream.of(type)).toList();
    return new Needs(
        network, safety, order, types, declared, drivers, samples, connects, logins, typical, cap);
  }

  /** Cannot do without this path of the declaration. */
  public Needs declared(String path) {
    var paths = Stream.concat(declared.stream(), Stream.of(path)).toList();
    return new Needs(
        network, safety, order, after, paths, drivers, samples, connects, logins, typical, cap);
  }

  /** Uses the driver of this name. */
  public Needs driver(String name) {
    var names = Stream.concat(drivers.stream(), Stream.of(name)).toList();
    return new Needs(
        network, safety, order, after, declared, names, samples, connects, logins, typical, cap);
  }

  /** Needs this many samples of the model. */
  public Needs samples(int count) {
    return new Needs(
        network, safety, order, after, declared, drivers, count, connects, logins, typical, cap);
  }

  /** Makes at most this many connections. */
  public Needs connects(int count) {
    return new Needs(
        network, safety, order, after, declared, drivers, samples, count, logins, typical, cap);
  }

  /** Tries credentials. */
  public Needs tryingLogins() {
    return new Needs(
        network, safety, order, after, declared, drivers, samples, connects, true, typical, cap);
  }

  /** Usual duration and the wall-clock cap. */
  public Needs takes(Duration usually, Duration atMost) {
    return new Needs(
        network, safety, order, after, declared, drivers, samples, connects, logins, usually,
        atMost);
  }
}
