package org.coptest.harness.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line on standard output for programs: {@code event} is {@code case} for each
 * verdict as it is reached, and {@code campaign} in the last line. Texts are quoted.
 */
public final class JsonLines implements CampaignProgress {
  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();
  private final PrintWriter out;

  /** To this writer. */
  public JsonLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void caseJudged(DevicePlan device, CaseResult result) {
    caseJudged(device.id(), result);
  }

  /** A verdict of a device. */
  public void caseJudged(String device, CaseResult result) {
    var line = new LinkedHashMap<String, Object>();
    line.put("event", "case");
    line.put("device", Shown.sentence(device));
    line.put("case", Shown.sentence(result.id()));
    line.put("verdict", result.verdict().name());
    result.cause().ifPresent(cause -> line.put("cause", cause.name()));
    line.put("reason", Shown.detail(result.reason()));
    line.put("failed", failedRows(result));
    print(line);
  }

  private static List<String> failedRows(CaseResult result) {
    var rows = new ArrayList<String>();
    for (var unit : result.units()) {
      unit.rows().stream()
          .filter(row -> row.verdict() == org.coptest.spi.verdict.Verdict.FAIL)
          .limit(100)
          .forEach(row -> rows.add(Shown.sentence(unit.id() + " " + row.subject())));
    }
    return rows;
  }

  /** The last line. */
  public void finished(RunDocument run, Catalogue catalogue, CampaignFolder folder, int exitCode) {
    var line = new LinkedHashMap<String, Object>();
    line.put("event", "campaign");
    line.put("id", Shown.sentence(run.run().id()));
    line.put("exitCode", exitCode);
    run.run().logHead().ifPresent(head -> line.put("logHead", Shown.sentence(head)));
    line.put("folder", folder.root().toString());
    line.put("devices", run.targets().stream().map(t -> device(t, catalogue)).toList());
    print(line);
  }

  private static Map<String, Object> device(TargetResult target, Catalogue catalogue) {
    var device = new LinkedHashMap<String, Object>();
    device.put("device", Shown.sentence(target.id()));
    device.put("verdict", target.verdict().name());
    device.put("statement", Statement.of(target, catalogue).name().toLowerCase(Locale.ROOT));
    var counts = new LinkedHashMap<String, Object>();
    Standing.count(target.provisions())
        .forEach((standing, count) -> counts.put(standing.name().toLowerCase(Locale.ROOT), count));
    device.put("provisions", counts);
    return device;
  }

  private void print(Map<String, Object> line) {
    var text = JSON.writeValueAsString(line);
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }
}
