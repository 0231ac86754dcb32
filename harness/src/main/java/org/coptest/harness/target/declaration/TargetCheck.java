package org.coptest.harness.target.declaration;

import java.util.List;
import org.coptest.harness.yaml.Problems;

/** One thing that must hold for a target beyond the shape of its declaration. */
@FunctionalInterface
interface TargetCheck {
  void check(EffectiveTarget target, References references, Problems problems);

  /** All of them. */
  static List<TargetCheck> all() {
    return List.of(
        new ReachCheck(),
        new AuthorisationCheck(),
        new RowReferencesCheck(),
        new PortsCheck(),
        new SupportClaimsCheck());
  }
}
