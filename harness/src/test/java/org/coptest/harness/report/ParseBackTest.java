package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunJson;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every view tells the same verdicts as run.json. */
class ParseBackTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private static final Pattern LINE =
      Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\| ([A-Z ]+) \\| [A-Z_]* \\|");
  @TempDir private static Path root = Path.of(".");
  private static CampaignFolder folder = new CampaignFolder(root);
  private static Map<List<String>, String> truth = Map.of();

  @BeforeAll
  static void writesEverything() throws IOException {
    folder = SampleRuns.withEvidence(root);
    RunJson.write(folder.runJson(), SampleRuns.lab(CATALOGUE));
    var run = RunJson.read(folder.runJson());
    truth = verdicts(run);
    assertThat(Reports.standard(SampleRuns.TEMPLATES).write(run, CATALOGUE, folder)).isEmpty();
  }

  private static Map<List<String>, String> verdicts(RunDocument run) {
    var verdicts = new HashMap<List<String>, String>();
    for (var target : run.targets()) {
      for (var provision : target.provisions()) {
        for (var one : provision.cases()) {
          verdicts.put(List.of(target.id(), one.id()), one.verdict().name());
        }
      }
    }
    assertThat(verdicts.values())
        .contains("PASS", "FAIL", "INCONCLUSIVE", "PENDING", "NOT_TESTED", "NOT_APPLICABLE");
    return verdicts;
  }

  @Test
  void allureResultsTellTheSame() throws IOException {
    var seen = new HashMap<List<String>, String>();
    for (var file : results()) {
      var result = JsonMapper.shared().readTree(file.toFile());
      seen.put(List.of(label(result, "host"), label(result, "story")), label(result, "verdict"));
      var form = VerdictForm.of(Verdict.valueOf(label(result, "verdict")));
      assertThat(result.get("status").asString()).isEqualTo(form.allure());
      assertThat(result.at("/statusDetails/message").asString()).startsWith(form.allurePrefix());
    }
    assertThat(seen).isEqualTo(truth);
  }

  private List<Path> results() throws IOException {
    var results = new ArrayList<Path>();
    try (var files = Files.walk(folder.allureResults())) {
      files.filter(file -> file.toString().endsWith("-result.json")).forEach(results::add);
    }
    return results;
  }

  private static String label(JsonNode result, String name) {
    for (var label : result.get("labels")) {
      if (label.get("name").asString().equals(name)) {
        return label.get("value").asString();
      }
    }
    throw new AssertionError("no label " + name);
  }

  @Test
  void junitXmlTellsTheSame() throws Exception {
    var xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(folder.junitXml().toFile());
    var seen = new HashMap<List<String>, String>();
    var cases = xml.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      var one = (Element) cases.item(i);
      var device = ((Element) one.getParentNode()).getAttribute("name");
      seen.put(List.of(device, one.getAttribute("name").split(" ", 2)[0]), junitVerdict(one));
    }
    assertThat(seen).isEqualTo(truth);
  }

  private static String junitVerdict(Element testCase) {
    for (var kind : List.of("failure", "error", "skipped")) {
      var outcome = testCase.getElementsByTagName(kind);
      if (outcome.getLength() > 0) {
        var message = ((Element) outcome.item(0)).getAttribute("message");
        return message.replaceFirst("(:| \\().*", "").replace(' ', '_');
      }
    }
    return "PASS";
  }

  @Test
  void markdownTellsTheSame() throws IOException {
    var seen = new HashMap<List<String>, String>();
    for (var line : Files.readAllLines(folder.summary())) {
      var row = LINE.matcher(line);
      if (row.matches()) {
        seen.put(List.of(row.group(1), row.group(2)), row.group(3).replace(' ', '_'));
      }
    }
    assertThat(seen).isEqualTo(truth);
  }

  @Test
  void writingAgainChangesNothing() throws IOException {
    var before = contents();

    Reports.standard(SampleRuns.TEMPLATES).write(RunJson.read(folder.runJson()), CATALOGUE, folder);

    // Allure names attachments and results by what they hold, so a second report replaces the
    // first.
    assertThat(contents()).isEqualTo(before);
  }

  private Map<String, String> contents() throws IOException {
    var contents = new HashMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
