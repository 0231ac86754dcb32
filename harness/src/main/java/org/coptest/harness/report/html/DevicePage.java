package org.coptest.harness.report.html;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.Statement;
import org.coptest.spi.verdict.Verdict;

/** Everything about one device, in the order it is read on paper. */
final class DevicePage {
  private static final String RULE =
      "Decision rule: a provision passes only if every applicable test unit passes; limits are"
          + " compared without guard band; INCONCLUSIVE is not a pass. Results relate only to the"
          + " item tested. This report is not to be reproduced except in full.";
  private static final Map<String, String> FACTS = facts();
  private final RunInfo run;
  private final TargetResult target;
  private final Catalogue catalogue;
  private final EvidenceLinks evidence;

  DevicePage(RunInfo run, TargetResult target, Catalogue catalogue, EvidenceLinks evidence) {
    this.run = run;
    this.target = target;
    this.catalogue = catalogue;
    this.evidence = evidence;
  }

  private static Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("manufacturer", "Manufacturer");
    facts.put("model", "Model");
    facts.put("hardware", "Hardware");
    facts.put("firmware", "Firmware");
    facts.put("serial", "Serial number");
    facts.put("mac", "MAC address");
    facts.put("imei", "IMEI");
    return facts;
  }

  void write(Html html) {
    html.open("nav", "").openLink("index.html").text("← all devices").close().close();
    html.elementShown("h1", "", target.id());
    identification(html);
    statement(html);
    new GuidelineTable(target, catalogue).write(html);
    new FailureCards(Place.failures(target), evidence).write(html);
    new OpenMatters(target).write(html);
    new FullResults(target, catalogue, evidence).write(html);
    new Conditions(run, catalogue).write(html);
  }

  private void identification(Html html) {
    html.open("dl", "facts");
    FACTS.forEach((key, label) -> {
      var value = target.identity().get(key);
      if (value != null) {
        fact(html, label, value, true);
      }
    });
    fact(html, "Address", target.address().isBlank() ? "not known" : target.address(), false);
    fact(html, "State", target.state(), false);
    fact(html, "Tested", Page.time(run.started()), false);
    html.close();
    html.element(
        "p",
        "note",
        "* supplied by the customer; the tool compares it with what it can read from the device.");
  }

  private static void fact(Html html, String label, String value, boolean supplied) {
    html.open("div", "");
    html.element("dt", "", label + (supplied ? " *" : ""));
    html.elementShown("dd", "", value);
    html.close();
  }

  private void statement(Html html) {
    var statement = Statement.of(target, catalogue);
    html.open("section", "statement " + Chips.tone(Chips.tone(statement)));
    html.element("p", "verdict", Chips.mark(Chips.tone(statement)) + " " + statement.words());
    html.element("p", "counts", Statement.counts(target, "·"));
    if (statement != Statement.CONFORMS) {
      html.element("p", "counts", waiting());
    }
    html.element("p", "rule", RULE);
    html.close();
  }

  private String waiting() {
    long failed = mandatory(Verdict.FAIL);
    long open =
        target.provisions().stream()
            .filter(p -> p.status().startsWith("M"))
            .filter(p -> p.verdict() != Verdict.FAIL && p.verdict() != Verdict.PASS)
            .filter(p -> p.verdict() != Verdict.NOT_APPLICABLE)
            .count();
    var all = target.provisions().stream().filter(p -> p.status().startsWith("M")).count();
    return "Of %d mandatory provisions %d %s not met and %d %s no final verdict yet."
        .formatted(all, failed, failed == 1 ? "is" : "are", open, open == 1 ? "has" : "have");
  }

  private long mandatory(Verdict verdict) {
    return target.provisions().stream()
        .filter(p -> p.status().startsWith("M") && p.verdict() == verdict)
        .count();
  }
}
