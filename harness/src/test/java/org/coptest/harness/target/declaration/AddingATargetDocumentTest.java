package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddingATargetDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "adding-a-target.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  @TempDir private Path path = Path.of("");

  @BeforeEach
  void writeTheKeyThatTheExamplesName() {
    new DeclarationFolder(path).write("keys/cam-01.pem", "key\n");
  }

  static List<String> examples() throws IOException {
    return BLOCK
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  static String fullExample() throws IOException {
    return examples().stream()
        .filter(each -> each.startsWith("declaration: 1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyExampleReads() throws IOException {
    assertThat(examples())
        .hasSize(7)
        .allSatisfy(example ->
            assertThat(new DeclarationFolder(path).problems(example)).isEqualTo("accepted"));
  }

  @Test
  void theFullExampleSaysWhatTheTextSays() throws IOException {
    var targets = new DeclarationFolder(path).read(fullExample());

    var cam = targets.target("cam-01").orElseThrow().unstarted();
    assertThat(cam.reach().host()).contains("192.168.1.20");
    assertThat(cam.ixit().logIntf().row("LogIntf-SSH")).isPresent();
    assertThat(cam.ixit().telData().declared()).contains(List.of());
    assertThat(cam.ixit().inpVal().isAbsent()).isTrue();
    assertThat(cam.identity().model()).contains("CAM-1");
    assertThat(cam.identity().serial()).contains("A1");
    assertThat(cam.drivers()).containsOnlyKeys("reset");
  }
}
