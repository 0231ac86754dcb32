package org.coptest.harness.target.declaration;

import java.util.Set;
import java.util.regex.Pattern;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.Quoted;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlMap;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlPath;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Origin;

/** ICS rows and gate name known provisions, and what is not supported has a justification. */
final class SupportClaimsCheck implements TargetCheck {
  static final String PROVISION = "[0-9]{1,2}(\\.[0-9]{1,2})?-[0-9]{1,2}";

  private static final Pattern ID = Pattern.compile(PROVISION);
  private static final Set<String> NEED_JUSTIFICATION = Set.of("N", "N/A");

  @Override
  public void check(EffectiveTarget target, References references, Problems problems) {
    for (var found : target.select("ics")) {
      if (found.node() instanceof YamlMap ics) {
        ics.entries()
            .forEach((id, entry) -> {
              checkId("ics", id, entry.keyAt(), references, problems);
              checkJustified(id, entry.value(), problems);
            });
      }
    }
    for (var required : target.scalars("gate.require[]")) {
      checkId("gate.require", required.text(), required.at(), references, problems);
    }
  }

  private static void checkId(
      String path, String id, Origin at, References references, Problems problems) {
    var known = references.provisions();
    if (known.isEmpty() ? !ID.matcher(id).matches() : !known.contains(id)) {
      problems.add(
          at,
          "%s: found %s, expected the id of a provision such as 5.3-7"
              .formatted(path, Quoted.of(id)),
          () -> Spelling.nearest(id, known).map("did you mean \"%s\"?"::formatted));
    }
  }

  private static void checkJustified(String id, YamlNode claim, Problems problems) {
    for (var found : YamlPath.select(claim, "support")) {
      if (found.node() instanceof YamlScalar support
          && NEED_JUSTIFICATION.contains(support.text())
          && !isJustified(claim)) {
        problems.add(
            support.at(),
            "%s is \"%s\" but has no justification (EN 303 645, 4-1)".formatted(id, support.text()),
            "say why in ics.%s.detail".formatted(id));
      }
    }
  }

  private static boolean isJustified(YamlNode claim) {
    return YamlPath.select(claim, "detail").stream()
        .anyMatch(found -> found.node() instanceof YamlScalar text && !text.text().isBlank());
  }
}
