package org.coptest.bench.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.Planner;
import org.coptest.harness.plan.RunSettings;
import org.coptest.harness.plan.Selection;
import org.coptest.harness.record.CampaignHeader;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.declaration.Target;

/** Many devices that differ in their id alone. */
record PaperFleet(int devices, PaperSuite suite, int parallel) {

  ConformancePlan plan() throws IOException {
    var one = declared();
    var targets = IntStream.rangeClosed(1, devices).mapToObj(i -> named(one, i)).toList();
    return new Planner(suite.catalogue(), suite.extensions(), settings())
        .plan(targets, target -> true);
  }

  private RunSettings settings() {
    return new RunSettings(
        Optional.empty(),
        Optional.empty(),
        parallel,
        Optional.empty(),
        Selection.everything(),
        Optional.empty(),
        LabCredentials.none(),
        7,
        LocalDate.now(Clock.systemUTC()));
  }

  private static Target declared() throws IOException {
    var file = Files.createTempFile("coptest-bench", ".yaml");
    try {
      Files.writeString(file, "- {id: dev, identity: {model: P1}, reach: {host: 127.0.0.1}}\n");
      var references = new References(List.of(), Set.of(), Map.of(), Clock.systemUTC());
      return TargetsReader.read(file, references).targets().get(0).unstarted();
    } finally {
      Files.delete(file);
    }
  }

  private static Target named(Target one, int number) {
    return new Target(
        String.format(Locale.ROOT, "dev-%05d", number),
        one.identity(),
        one.reach(),
        one.state(),
        one.samples(),
        one.profile(),
        one.pace(),
        one.authorised(),
        one.ics(),
        one.ixit(),
        one.firmware(),
        one.drivers(),
        one.gate(),
        one.at());
  }

  CampaignHeader header(ConformancePlan plan) {
    var declarations = new LinkedHashMap<String, String>();
    plan.devices().forEach(device -> declarations.put(device.id(), "0".repeat(64)));
    return new CampaignHeader(
        "bench",
        Clock.systemUTC().instant(),
        new RunInfo.Tool("bench", "none", List.of(), Optional.empty()),
        new RunInfo.CatalogueRef(plan.catalogue().id(), plan.catalogue().sha256()),
        List.of(),
        "ci",
        Optional.empty(),
        Optional.empty(),
        declarations);
  }
}
