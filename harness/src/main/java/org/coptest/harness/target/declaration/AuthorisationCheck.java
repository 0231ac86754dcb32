package org.coptest.harness.target.declaration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.YamlScalar;

/** An authorisation still holds, and a destructive profile has one. */
final class AuthorisationCheck implements TargetCheck {

  @Override
  public void check(EffectiveTarget target, References references, Problems problems) {
    target
        .scalars("authorised.until")
        .forEach(until -> checkDate(until, references.today(), problems));
    target.scalars("profile").stream()
        .filter(profile -> profile.text().equals("destructive"))
        .filter(profile -> target.select("authorised.by").isEmpty())
        .forEach(profile ->
            problems.add(
                profile.at(),
                "profile: destructive needs an authorisation, and this target has none",
                "add authorised with by, until, classes and recovery, or lower the profile"));
  }

  private static void checkDate(YamlScalar until, LocalDate today, Problems problems) {
    date(until.text())
        .filter(last -> last.isBefore(today))
        .ifPresent(last ->
            problems.add(
                until.at(),
                "authorised.until: %s has passed, today is %s".formatted(last, today),
                "ask for it again and set the new last day"));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
