package org.coptest.bench.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunJson;
import org.coptest.spi.verdict.Verdict;

/**
 * What a run left behind: a fast run that lost a verdict would be worth nothing.
 *
 * @param passed test cases that passed in run.json
 * @param results files of Allure results
 */
record Outcome(long passed, long results) {

  static Outcome of(Path root) throws IOException {
    var folder = new CampaignFolder(root);
    var passed = new AtomicLong();
    RunJson.stream(
        folder.runJson(),
        target ->
            passed.addAndGet(
                target.provisions().stream()
                    .flatMap(provision -> provision.cases().stream())
                    .filter(one -> one.verdict() == Verdict.PASS)
                    .count()));
    return new Outcome(passed.get(), results(folder.allureResults()));
  }

  private static long results(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith("-result.json")).count();
    }
  }

  void check(PaperFleet fleet, boolean withResults) {
    long all = (long) fleet.devices() * fleet.suite().cases();
    if (passed != all || results != (withResults ? all : 0)) {
      throw new IllegalStateException(
          "%d of %d cases passed and %d results were written: the run is not whole"
              .formatted(passed, all, results));
    }
    System.out.printf("%nall %,d verdicts are in run.json%n", passed);
  }
}
