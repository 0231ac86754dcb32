package org.coptest.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.Untrusted;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two judgements of one record, and what moved it.
 *
 * @param catalogue the one of the second judgement; it names the policy of a unit
 */
record VerdictChanges(RunDocument before, RunDocument after, Catalogue catalogue) {

  /** One line for each unit whose verdict moved. */
  List<String> lines() {
    var old = units(before);
    var lines = new ArrayList<String>();
    units(after)
        .forEach((key, unit) -> {
          var was = old.get(key);
          if (was == null || was.verdict() != unit.verdict()) {
            lines.add(line(key, was, unit));
          }
        });
    return lines;
  }

  private String line(String key, @Nullable UnitResult was, UnitResult is) {
    return "%s: %s → %s by %s: %s"
        .formatted(
            key,
            was == null ? "not there" : was.verdict(),
            is.verdict(),
            mover(key, was, is),
            Untrusted.quote(is.reason(), 200));
  }

  private String mover(String key, @Nullable UnitResult was, UnitResult is) {
    var now = is.rule().map(r -> "rule " + r.id() + " version " + r.version());
    var then =
        was == null ? now : was.rule().map(r -> "rule " + r.id() + " version " + r.version());
    if (!now.equals(then)) {
      return now.orElse("the catalogue") + ", before " + then.orElse("no rule");
    }
    return before.run().catalogue().equals(after.run().catalogue())
        ? "lists, policies or the date"
        : changed(key);
  }

  private String changed(String key) {
    var then = before.run().catalogue();
    var now = after.run().catalogue();
    return "catalogue %s %s (before %s %s)%s"
        .formatted(now.id(), brief(now), then.id(), brief(then), policy(key));
  }

  private static String brief(RunInfo.CatalogueRef catalogue) {
    return catalogue.sha256().substring(0, 8);
  }

  private String policy(String key) {
    var unit = key.substring(key.indexOf(' ') + 1);
    return catalogue.cases().stream()
        .flatMap(one -> one.units().stream().filter(u -> one.unitId(u).equals(unit)))
        .flatMap(u -> u.values().list("policy").stream())
        .findFirst()
        .map(id -> ", policy %s version %d".formatted(id, catalogue.policies().named(id).version()))
        .orElse("");
  }

  private static Map<String, UnitResult> units(RunDocument run) {
    var units = new LinkedHashMap<String, UnitResult>();
    for (var target : run.targets()) {
      for (var provision : target.provisions()) {
        for (CaseResult one : provision.cases()) {
          one.units().forEach(u -> units.put(target.id() + " " + one.id() + " " + u.id(), u));
        }
      }
    }
    return units;
  }
}
