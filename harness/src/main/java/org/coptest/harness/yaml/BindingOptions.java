package org.coptest.harness.yaml;

import java.util.Map;
import java.util.Set;

/**
 * What a binder needs to know beyond the records.
 *
 * @param defaults value of a component by its type, when the key is absent
 * @param references what references stand for
 * @param otherKeys keys of the root mapping that are known and read elsewhere
 */
public record BindingOptions(
    Map<Class<?>, Object> defaults, ReferenceResolver references, Set<String> otherKeys) {

  /** No defaults, no references, no other keys. */
  public static BindingOptions plain() {
    return new BindingOptions(Map.of(), ReferenceResolver.none(), Set.of());
  }
}
