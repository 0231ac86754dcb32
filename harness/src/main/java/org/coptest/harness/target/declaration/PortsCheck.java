package org.coptest.harness.target.declaration;

import java.util.List;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.YamlPath;
import org.coptest.harness.yaml.YamlScalar;

/** Port numbers are 1 to 65535. */
final class PortsCheck implements TargetCheck {
  private static final List<String> PORTS = List.of("ixit.logIntf[].port");

  @Override
  public void check(EffectiveTarget target, References references, Problems problems) {
    PORTS.stream()
        .flatMap(path -> target.select(path).stream())
        .filter(PortsCheck::isOutOfRange)
        .forEach(found ->
            problems.add(
                found.node().at(),
                "%s: found %s, expected 1 to 65535"
                    .formatted(found.path(), found.node().described())));
  }

  /** Numbers that do not fit an integer are told by the binder. */
  private static boolean isOutOfRange(YamlPath found) {
    if (!(found.node() instanceof YamlScalar scalar)
        || scalar.kind() != YamlScalar.Kind.INTEGER
        || scalar.text().length() > 10) {
      return false;
    }
    long port = Long.parseLong(scalar.text());
    return port == (int) port && (port < 1 || port > 65_535);
  }
}
