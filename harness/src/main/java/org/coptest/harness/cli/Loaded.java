package org.coptest.harness.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.CatalogueReader;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.plan.ExtensionLoader;
import org.coptest.harness.plan.Extensions;
import org.coptest.harness.plan.SuiteCheck;
import org.coptest.harness.target.declaration.References;
import org.coptest.spi.emulation.DeviceEmulator;

/** The parts every campaign needs, read and checked against each other. */
record Loaded(Catalogue catalogue, Extensions extensions, List<DeviceEmulator> emulators) {

  /**
   * Reads suites and extensions.
   *
   * @throws UsageException when a plug-in is broken or a suite names what is not there
   */
  static Loaded from(Home home, Path suites, Path plugins) {
    var catalogue = CatalogueReader.read(suites);
    var extensions = extensions(plugins);
    var problems = new SuiteCheck(catalogue, extensions).problems();
    if (!problems.isEmpty()) {
      throw new UsageException(
          "the suites in %s name things that are not there:%n  %s"
              .formatted(suites, String.join(System.lineSeparator() + "  ", problems)));
    }
    return new Loaded(catalogue, extensions, emulatorsOnClassPath());
  }

  static Loaded from(Home home) {
    return from(home, home.suites(), home.plugins());
  }

  References references(Clock clock) {
    return new References(
        emulators,
        catalogue.provisions().stream().map(Provision::id).collect(Collectors.toSet()),
        System.getenv(),
        clock);
  }

  private static Extensions extensions(Path plugins) {
    try {
      return new ExtensionLoader().load(Loaded.class.getClassLoader(), plugins);
    } catch (ExtensionLoader.BrokenPluginException | IllegalStateException broken) {
      throw new UsageException(String.valueOf(broken.getMessage()));
    }
  }

  private static List<DeviceEmulator> emulatorsOnClassPath() {
    var found = new ArrayList<DeviceEmulator>();
    ServiceLoader.load(DeviceEmulator.class, Loaded.class.getClassLoader()).forEach(found::add);
    return found;
  }
}
