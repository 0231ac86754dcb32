package org.coptest.harness.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.Probe;

/** Which record type stands behind a recorded name and version. */
public final class ObservationTypes {
  private final Map<Name, Class<? extends Observation>> types;

  private ObservationTypes(Map<Name, Class<? extends Observation>> types) {
    this.types = Map.copyOf(types);
  }

  /** Name and version as recorded. */
  record Name(String type, int version) {}

  /**
   * The types that these probes bring back: what their {@code observe} declares to return.
   *
   * @throws IllegalArgumentException when a type has no {@link ObservationType}, or two types share
   *     a name and version
   */
  public static ObservationTypes of(Collection<? extends Probe<?>> probes) {
    return new ObservationTypes(Map.of()).and(probes.stream().map(ObservationTypes::broughtBy));
  }

  /** None; every observation is then kept as it is and reported. */
  public static ObservationTypes none() {
    return new ObservationTypes(Map.of());
  }

  /** These and one more, such as an earlier version that stays readable. */
  public ObservationTypes and(Class<? extends Observation> type) {
    return and(Stream.of(type));
  }

  private ObservationTypes and(Stream<Class<? extends Observation>> more) {
    var all = new HashMap<>(types);
    more.forEach(type -> {
      var other = all.put(nameOf(type), type);
      if (other != null && other != type) {
        throw new IllegalArgumentException(
            "%s and %s are both recorded as %s".formatted(other, type, nameOf(type)));
      }
    });
    return new ObservationTypes(all);
  }

  /** The record type a probe brings back. */
  static Class<? extends Observation> broughtBy(Probe<?> probe) {
    // All methods, because observe may come from an interface that several probes share.
    return Arrays.stream(probe.getClass().getMethods())
        .filter(method -> method.getName().equals("observe") && !method.isBridge())
        .filter(method ->
            Arrays.equals(
                method.getParameterTypes(), new Class<?>[] {Bench.class, EvidenceLog.class}))
        .findFirst()
        .<Class<? extends Observation>>map(
            method -> method.getReturnType().asSubclass(Observation.class))
        .orElseThrow(() -> new IllegalArgumentException(probe.id() + " declares no observe"));
  }

  /** Name and version under which this type is recorded. */
  static Name nameOf(Class<? extends Observation> type) {
    var named = type.getAnnotation(ObservationType.class);
    if (named == null) {
      throw new IllegalArgumentException(type.getName() + " has no @ObservationType");
    }
    return new Name(named.value(), named.version());
  }

  /** The type recorded under this name and version, if this build knows it. */
  Optional<Class<? extends Observation>> find(String type, int version) {
    return Optional.ofNullable(types.get(new Name(type, version)));
  }
}
