package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.spi.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

class KillTest {
  private static final int[] LINES_BEFORE_THE_KILL = {1, 40, 500};

  @TempDir Path temp;

  @Test
  void losesNothingThatWasRecordedWhenItIsKilledAgainAndAgain() throws Exception {
    var folder = new CampaignFolder(temp.resolve("campaign"));
    var promised = new ArrayList<String>();

    for (int lines : LINES_BEFORE_THE_KILL) {
      promised.addAll(runAndKill(folder, lines));

      try (var recorded = CampaignReader.read(folder, Samples.types())) {
        assertThat(recorded.chain().broken()).isEmpty();
        assertThat(found(recorded)).containsAll(promised);
      }
    }
    try (var resumed = Campaign.resume(folder, Samples.header(), Samples.types())) {
      assertThat(resumed.logHead()).hasSize(64);
    }
    assertThat(CampaignReader.stream(folder, event -> {}).intact()).isTrue();
  }

  private static Set<String> found(RecordedCampaign recorded) {
    var found = new HashSet<String>();
    for (var target : recorded.targets()) {
      assertThat(recorded.unreadable(target)).isEmpty();
      recorded.judgedCases(target).forEach(one -> found.add(target + " " + one.id()));
      recorded.outcomes(target).keySet().forEach(id -> found.add(target + " " + id));
    }
    return found;
  }

  /** Kills it once it has printed so many lines; returns all it printed before it was dead. */
  private static List<String> runAndKill(CampaignFolder folder, int lines) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                KilledCampaign.class.getName(),
                folder.root().toString(),
                "s" + lines)
            .redirectErrorStream(true)
            .start();
    var printed = new ArrayList<String>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      read(out, printed, lines);
      // By its handle: Process itself would also close the pipe and lose the last lines.
      process.toHandle().destroyForcibly();
      read(out, printed, Integer.MAX_VALUE);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(printed)
        .hasSizeGreaterThanOrEqualTo(lines)
        .allMatch(line -> line.startsWith("cam-0"));
    return printed;
  }

  private static void read(BufferedReader out, List<String> printed, int lines) throws IOException {
    var line = "";
    while (printed.size() < lines && (line = out.readLine()) != null) {
      printed.add(line);
    }
  }

  private static String classPath() {
    return Stream.of(
            Campaign.class,
            KillTest.class,
            Observation.class,
            JsonMapper.class,
            JsonParser.class,
            JsonInclude.class)
        .map(type ->
            Path.of(
                    java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
