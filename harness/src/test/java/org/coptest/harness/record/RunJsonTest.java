package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJsonTest {
  private static final Path SCHEMA = Path.of("..", "docs", "run.schema.json");

  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void namesTheFile() {
    file = temp.resolve("run.json");
  }

  @Test
  void readsBackWhatItWrote() {
    RunJson.write(file, everyVerdict());

    assertThat(RunJson.read(file)).isEqualTo(everyVerdict());
    assertThat(RunJson.info(file)).isEqualTo(everyVerdict().run());
    assertThat(file.resolveSibling("run.json.tmp")).doesNotExist();
  }

  @Test
  void writesWhatTheSchemaSays() throws IOException {
    RunJson.write(file, everyVerdict());
    assertThat(errors(Files.readString(file))).isEmpty();

    RunJson.write(file, new RunDocument(RunDocument.SCHEMA, Samples.header().running(), List.of()));
    assertThat(errors(Files.readString(file))).isEmpty();
  }

  @Test
  void hasASchemaThatRefusesAPassWithoutRowsAndADoubtWithoutCause() throws IOException {
    RunJson.write(file, everyVerdict());
    var json = Files.readString(file);

    assertThat(errors(json.replace("\"cause\":\"CONTROL_FAILED\",", ""))).isNotEmpty();
    assertThat(errors(json.replaceAll("\"rows\":\\[.*?}]}]", "\"rows\":[]}]"))).isNotEmpty();
    assertThat(errors(json.replace("\"FAIL\"", "\"FAILED\""))).isNotEmpty();
  }

  @Test
  void knowsEveryCauseAndVerdictInTheSchema() throws IOException {
    var defs = RecordJson.MAPPER.readTree(Files.readAllBytes(SCHEMA)).path("$defs");

    assertThat(texts(defs, "cause"))
        .containsExactlyElementsOf(Arrays.stream(Cause.values()).map(Enum::name).toList());
    assertThat(texts(defs, "verdict"))
        .containsExactlyElementsOf(Arrays.stream(Verdict.values()).map(Enum::name).toList());
  }

  @Test
  void leavesOutWhatIsEmptyAndWritesNoNull() throws IOException {
    RunJson.write(file, everyVerdict());

    assertThat(Files.readString(file)).doesNotContain("null").doesNotContain("basedOn");
  }

  @Test
  void ignoresMembersOfLaterVersionsAndRefusesLaterFormats() throws IOException {
    RunJson.write(file, everyVerdict());
    var json = Files.readString(file);
    Files.writeString(file, json.replace("\"schema\":1,", "\"schema\":1,\"later\":{\"x\":[1]},"));
    assertThat(RunJson.read(file)).isEqualTo(everyVerdict());

    Files.writeString(file, json.replace("\"schema\":1", "\"schema\":2"));
    assertThatThrownBy(() -> RunJson.read(file))
        .isInstanceOf(RecordFaultException.class)
        .hasMessageContaining("newer");
  }

  @Test
  void refusesWhatIsNoRunJson() throws IOException {
    for (var text : List.of("", "{}", "[]", "{\"schema\":1,\"run\":{}}", "{\"schema\":1,\"run\"")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> RunJson.read(file)).isInstanceOf(RecordFaultException.class);
    }
  }

  private static RunDocument everyVerdict() {
    var targets = new ArrayList<TargetResult>();
    for (var verdict : Verdict.values()) {
      targets.add(
          Samples.result(
              "cam-" + verdict.ordinal(),
              Samples.judged("5.1-1-1", verdict),
              Samples.judged("5.1-1-2", Verdict.PASS)));
    }
    targets.add(
        Samples.result(
            "cam-without-units", RollUp.testCase("5.1-1-1", "mixed", List.of(), Optional.empty())));
    var run = Samples.header().finished(Samples.NOON, 1, Samples.DIGEST);
    return new RunDocument(RunDocument.SCHEMA, run, targets);
  }

  private static List<String> errors(String json) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static List<String> texts(tools.jackson.databind.JsonNode defs, String name) {
    return defs.path(name).path("enum").valueStream().map(node -> node.stringValue()).toList();
  }
}
