package org.coptest.emulators.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One make of a persona. A make that differs in one property is written as the other make and that
 * one change.
 *
 * @param name as in {@code persona/make}
 * @param secrets names of its secrets
 * @param services its services by name, each made from the secrets of the running device
 */
public record Make(
    String name, List<String> secrets, Map<String, Function<Secrets, Service>> services) {

  /** Copies what it is given; services keep their order. */
  public Make {
    secrets = List.copyOf(secrets);
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
  }

  /** A make without any service. */
  public static Make named(String name) {
    return new Make(name, List.of(), Map.of());
  }

  /** The same under another name. */
  public Make as(String other) {
    return new Make(other, secrets, services);
  }

  /** With this secret as well. */
  public Make secret(String secret) {
    var more = new ArrayList<>(secrets);
    more.add(secret);
    return new Make(name, more, services);
  }

  /** With this service, in place of the one of the same name. */
  public Make with(String service, Service made) {
    return fitted(service, secrets -> made);
  }

  /** With this service made from secrets, in place of the one of the same name. */
  public Make fitted(String service, Function<Secrets, Service> made) {
    var more = new LinkedHashMap<>(services);
    more.put(service, made);
    return new Make(name, secrets, more);
  }
}
