package org.coptest.dist.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.CoverageProofs;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A case counts as automated only if a device passes it and one, differing in that alone, fails.
 */
class CoverageProofTest {

  /** A case with the devices that prove it. */
  record Pair(String testCase, String passing, String failing) {}

  @ParameterizedTest
  @MethodSource("pairs")
  void theCaseTellsTheTwoDevicesApart(Pair pair) {
    var run = MatrixRun.once();

    var passed = run.testCase(pair.passing(), pair.testCase());
    var failed = run.testCase(pair.failing(), pair.testCase());

    assertThat(passed.verdict()).as(passed.reason()).isEqualTo(Verdict.PASS);
    assertThat(failed.verdict()).as(failed.reason()).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theTwoAreDeclaredAlikeAndDifferInOneService(Pair pair) {
    assertThat(entry(pair.failing()).replace(pair.failing(), pair.passing()))
        .as("the declarations, but for the device itself")
        .isEqualTo(entry(pair.passing()).replace(make(pair.passing()), make(pair.failing())));
    var more = new ArrayList<>(services(make(pair.failing())));
    more.removeAll(services(make(pair.passing())));
    assertThat(more).hasSizeLessThanOrEqualTo(1);
    assertThat(services(make(pair.failing()))).containsAll(services(make(pair.passing())));
  }

  @Test
  void whatIsListedAsProvenIsWhatThePairsProve() throws IOException {
    assertThat(CoverageProofs.load(getClass().getClassLoader()))
        .isEqualTo(pairs().map(Pair::testCase).collect(Collectors.toUnmodifiableSet()));
  }

  static Stream<Pair> pairs() throws IOException {
    try (var in = CoverageProofTest.class.getResourceAsStream("/org/coptest/coverage-pairs.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" ", -1))
              .map(words -> new Pair(words[0], words[1], words[2]))
              .toList()
              .stream();
    }
  }

  /** The lines of a target in the declaration of the matrix, without remarks. */
  private static String entry(String device) {
    var targets = MatrixRun.text("targets.yaml").replaceAll("(?m)^ *#.*\n", "");
    var found =
        Pattern.compile("(?ms)^  - id: " + device + "$.*?(?=^  - id: |\\z)").matcher(targets);
    assertThat(found.find()).as(device).isTrue();
    return found.group().strip();
  }

  private static String make(String device) {
    var found = Pattern.compile("emulate: ([\\w/-]+)").matcher(entry(device));
    assertThat(found.find()).as(device).isTrue();
    return found.group(1);
  }

  private static List<String> services(String make) {
    for (var emulator : ServiceLoader.load(DeviceEmulator.class)) {
      var name = make.substring(make.indexOf('/') + 1);
      if (make.startsWith(emulator.persona() + "/") && emulator.makes().contains(name)) {
        return emulator.services(name);
      }
    }
    throw new IllegalStateException("no emulator for " + make);
  }
}
