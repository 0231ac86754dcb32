package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();

  @Test
  void writesAnObjectForEachVerdictAndOneAtTheEnd() {
    var text = new StringWriter();
    var lines = new JsonLines(new PrintWriter(text));
    var run = SampleRuns.only(SampleRuns.lab(CATALOGUE), "cam-bad");
    var cases =
        run.targets().get(0).provisions().stream().flatMap(p -> p.cases().stream()).toList();

    cases.forEach(one -> lines.caseJudged("cam-bad", one));
    lines.finished(run, CATALOGUE, new CampaignFolder(Path.of("c")), 1);

    var objects = text.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(objects).hasSize(cases.size() + 1);
    var failed =
        objects.stream().filter(o -> o.at("/case").asString("").equals("5.1-1-2")).findFirst();
    assertThat(failed.orElseThrow().get("event").asString()).isEqualTo("case");
    assertThat(failed.orElseThrow().get("verdict").asString()).isEqualTo("FAIL");
    assertThat(failed.orElseThrow().at("/failed/0").asString()).isEqualTo("c authMech:console");
    var last = objects.get(cases.size());
    assertThat(last.get("exitCode").asInt()).isEqualTo(1);
    assertThat(last.at("/devices/0/statement").asString()).isEqualTo("does_not_conform");
    assertThat(last.at("/devices/0/provisions/fail").asInt()).isPositive();
  }
}
