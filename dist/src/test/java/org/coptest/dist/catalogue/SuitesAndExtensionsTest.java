package org.coptest.dist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.CatalogueReader;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.plan.ExtensionLoader;
import org.coptest.harness.plan.Extensions;
import org.coptest.harness.plan.SuiteCheck;
import org.junit.jupiter.api.Test;

/** Every name in the suites exists, and whatever exists is named there. */
class SuitesAndExtensionsTest {
  private final Catalogue catalogue = CatalogueReader.read(SmallHome.checkout().resolve("suites"));
  private final Extensions extensions = shipped();

  @Test
  void everyProbeRuleValueAndPolicyThatASuiteNamesExists() {
    assertThat(new SuiteCheck(catalogue, extensions).problems()).isEmpty();
  }

  @Test
  void everyProbeIsUsed() {
    assertThat(named(unit -> unit.probes().stream()))
        .containsExactlyElementsOf(new TreeSet<>(extensions.probes().keySet()));
  }

  @Test
  void everyRuleIsUsed() {
    assertThat(named(unit -> unit.rule().stream()))
        .containsExactlyElementsOf(new TreeSet<>(extensions.rules().keySet()));
  }

  private Set<String> named(Function<TestUnit, Stream<String>> names) {
    return catalogue.cases().stream()
        .flatMap(it -> it.units().stream())
        .flatMap(names)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Extensions shipped() {
    try {
      var tool = SuitesAndExtensionsTest.class.getClassLoader();
      return new ExtensionLoader().load(tool, Path.of("no-plug-ins"));
    } catch (ExtensionLoader.BrokenPluginException e) {
      throw new IllegalStateException("no plug-in is there to be broken", e);
    }
  }
}
