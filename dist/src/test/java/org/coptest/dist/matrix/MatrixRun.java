package org.coptest.dist.matrix;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.Tool;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunJson;
import org.coptest.harness.record.TargetResult;

/**
 * One campaign of the shipped suites and probes over every emulated device; it takes minutes, so
 * all tests of this package look at the same one.
 *
 * @param folder the campaign
 */
record MatrixRun(Path folder, RunDocument document) {

  /** Where the matrix lies on the class path. */
  static final String PLACE = "/org/coptest/selftest/";

  /** The campaign, run when it is first asked for. */
  static MatrixRun once() {
    return Held.RUN;
  }

  /** The tool as it is shipped. */
  static Tool tool() {
    return new Tool(SmallHome.checkout());
  }

  /** A file of the matrix. */
  static String text(String name) {
    try (InputStream in = MatrixRun.class.getResourceAsStream(PLACE + name)) {
      if (in == null) {
        throw new IllegalStateException("the matrix has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  TargetResult device(String id) {
    return document.targets().stream()
        .filter(target -> target.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the matrix has no device " + id));
  }

  CaseResult testCase(String device, String id) {
    return cases(device).get(id);
  }

  Map<String, CaseResult> cases(String device) {
    var cases = new TreeMap<String, CaseResult>();
    device(device).provisions().stream()
        .flatMap(provision -> provision.cases().stream())
        .forEach(one -> cases.put(one.id(), one));
    return cases;
  }

  /** Several virtual machines may run tests of one build: the first runs it, the others wait. */
  private static MatrixRun run() {
    try {
      var place = Files.createDirectories(build());
      try (var file = FileChannel.open(place.resolve("lock"), CREATE, WRITE);
          var lock = file.lock()) {
        assertThat(lock.isValid()).isTrue();
        return read(place);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static MatrixRun read(Path place) throws IOException {
    var folder = place.resolve("campaign");
    var run = folder.resolve("run.json");
    if (!Files.exists(run)) {
      var targets = Files.writeString(place.resolve("targets.yaml"), text("targets.yaml"));
      var outcome =
          tool().run("run", targets, "--out", folder, "--parallel", 12, "--no-html", "-q");
      assertThat(outcome.exit()).as(outcome.text()).isIn(0, 1, 3);
    }
    return new MatrixRun(folder, RunJson.read(run));
  }

  private static Path build() {
    var alone = "alone-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    var build = System.getProperty("coptest.build", alone);
    return SmallHome.checkout().resolve("dist/target/matrix").resolve(build);
  }

  private static final class Held {
    static final MatrixRun RUN = run();
  }
}
