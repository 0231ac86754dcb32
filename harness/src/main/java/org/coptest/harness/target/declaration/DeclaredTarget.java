package org.coptest.harness.target.declaration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.harness.yaml.BindingOptions;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.RecordBinder;
import org.coptest.harness.yaml.ReferenceResolver;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.Target;

/** A target that was read and checked; an emulated one still waits for its ports and secrets. */
public final class DeclaredTarget {
  static final Map<Class<?>, Object> DEFAULTS = Map.of(DeviceState.class, DeviceState.INITIALIZED);

  private final EffectiveTarget effective;
  private final References references;
  private final Target unstarted;

  DeclaredTarget(EffectiveTarget effective, References references, Target unstarted) {
    this.effective = effective;
    this.references = references;
    this.unstarted = unstarted;
  }

  /** Its id. */
  public String id() {
    return unstarted.id();
  }

  /** The {@code persona/make} to start before it is bound; empty for a real device. */
  public Optional<String> emulate() {
    return unstarted.reach().emulate();
  }

  /** SHA-256 in hex of its declaration with defaults and model merged in, secrets as references. */
  public String sha256() {
    return TreeDigest.sha256(effective.tree());
  }

  /** For planning only: the ports of an emulated device are made up and its secrets are empty. */
  public Target unstarted() {
    return unstarted;
  }

  /** The target to test, with the ports and secrets of its running device if it is emulated. */
  public Target bind(EmulatedValues values) {
    if (emulate().isEmpty()) {
      return unstarted;
    }
    var problems = new Problems();
    var target = bind(effective, references, values, problems);
    problems.throwIfAny();
    return target.orElseThrow();
  }

  static Optional<Target> bind(
      EffectiveTarget effective, References references, EmulatedValues values, Problems problems) {
    return bind(effective, new DeclarationReferences(effective, references, values), problems);
  }

  static Optional<Target> bind(
      EffectiveTarget effective, ReferenceResolver references, Problems problems) {
    var options = new BindingOptions(DEFAULTS, references, Set.of("model"));
    return RecordBinder.bind(effective.tree(), Target.class, "", problems, options);
  }
}
