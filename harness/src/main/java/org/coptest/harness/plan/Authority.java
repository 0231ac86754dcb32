package org.coptest.harness.plan;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.spi.Needs;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Profile;
import org.coptest.spi.declaration.SafetyGrant;
import org.coptest.spi.declaration.Target;

/**
 * What may be done to one device: its declaration sets the ceiling, the command line can only lower
 * it.
 *
 * @param local whether it is emulated, on loopback or in a test namespace, and so for intrusive
 *     probes without further words
 */
public record Authority(Target target, boolean local, Optional<Profile> asked) {

  /**
   * The profile in force: what was asked or declared, but never above what the target authorises.
   * Nothing disruptive happens unless somebody names it here.
   */
  public Profile profile() {
    var wanted = asked.or(target::profile).orElse(local ? Profile.LAB : Profile.CI);
    return Stream.of(wanted, ceiling()).min(Comparator.naturalOrder()).orElse(Profile.CI);
  }

  /** The pace in force. */
  public Pace pace(Optional<Pace> asked) {
    return asked.or(target::pace).orElse(local ? Pace.UNLIMITED : Pace.NORMAL);
  }

  /** What a probe may do to this device; logins within the declared threshold lock nobody out. */
  public SafetyClass safety(Needs needs) {
    var unbounded = needs.logins() && !declaresThreshold();
    return unbounded && needs.safety().compareTo(SafetyClass.INTRUSIVE) < 0
        ? SafetyClass.INTRUSIVE
        : needs.safety();
  }

  /** Why a probe of this class may not run here, empty when it may. */
  public Optional<String> refusal(SafetyClass safety) {
    return switch (safety) {
      case PASSIVE, ACTIVE_SAFE -> Optional.empty();
      case INTRUSIVE ->
          local || profile().compareTo(Profile.LAB) >= 0
              ? Optional.empty()
              : Optional.of(
                  "it is intrusive here: run with --profile lab on a target whose profile is lab or"
                      + " whose authorised.classes names intrusive, or declare"
                      + " authMech.bruteForce.afterAttempts so that logins stay below it");
      case DISRUPTIVE ->
          profile() == Profile.DESTRUCTIVE
              ? Optional.empty()
              : Optional.of(
                  "it is disruptive: run with --profile destructive on a target whose"
                      + " authorised.classes names disruptive");
    };
  }

  private boolean declaresThreshold() {
    return target.ixit().authMech().stream()
        .anyMatch(row -> row.bruteForce().flatMap(b -> b.afterAttempts()).isPresent());
  }

  private Profile ceiling() {
    if (grants(SafetyGrant.DISRUPTIVE)) {
      return Profile.DESTRUCTIVE;
    }
    var declared = target.profile().filter(p -> p != Profile.DESTRUCTIVE).orElse(Profile.CI);
    return local || grants(SafetyGrant.INTRUSIVE) ? Profile.LAB : declared;
  }

  private boolean grants(SafetyGrant grant) {
    return target.authorised().filter(a -> a.classes().contains(grant)).isPresent();
  }
}
