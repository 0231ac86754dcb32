package org.coptest.harness.report.allure;

import io.qameta.allure.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.TargetResult;

/** The labels by which Allure groups and filters. */
final class AllureLabels {
  private static final Pattern INTERFACE = Pattern.compile("(?:tcp|udp)/\\d{1,5}");
  private static final int INTERFACES = 8;
  private final TargetResult target;
  private final Catalogue catalogue;

  AllureLabels(TargetResult target, Catalogue catalogue) {
    this.target = target;
    this.catalogue = catalogue;
  }

  List<Label> of(ProvisionResult provision, CaseResult one) {
    var guideline = guideline(provision);
    var labels = new ArrayList<Label>();
    labels.add(AllureCase.label("epic", guideline));
    labels.add(AllureCase.label("feature", "Provision " + provision.id()));
    labels.add(AllureCase.label("story", one.id()));
    labels.add(AllureCase.label("parentSuite", target.id()));
    labels.add(AllureCase.label("suite", guideline));
    labels.add(AllureCase.label("subSuite", "Provision " + provision.id()));
    labels.add(AllureCase.label("host", target.id()));
    labels.add(AllureCase.label("thread", target.id()));
    labels.add(AllureCase.label("framework", "coptest"));
    labels.add(AllureCase.label("severity", severity(provision)));
    labels.add(AllureCase.label("verdict", one.verdict().name()));
    one.cause().ifPresent(cause -> labels.add(AllureCase.label("cause", cause.name())));
    tags(provision, one).forEach(tag -> labels.add(AllureCase.label("tag", tag)));
    return labels;
  }

  private String guideline(ProvisionResult provision) {
    return catalogue
        .guideline(provision.guideline())
        .map(known -> known.label() + " " + known.title())
        .orElse("Guideline " + provision.guideline());
  }

  private String severity(ProvisionResult provision) {
    if (provision.status().startsWith("M")) {
      return "critical";
    }
    var hasCondition =
        catalogue.provision(provision.id()).flatMap(Provision::condition).isPresent();
    return hasCondition ? "minor" : "normal";
  }

  private static List<String> tags(ProvisionResult provision, CaseResult one) {
    var tags = new ArrayList<String>();
    tags.add(provision.status());
    tags.add("verdict:" + word(one.verdict().name()));
    one.cause().ifPresent(cause -> tags.add("cause:" + word(cause.name())));
    tags.add(one.kind());
    one.units().stream()
        .flatMap(unit -> unit.rows().stream())
        .map(row -> row.subject())
        .filter(subject -> INTERFACE.matcher(subject).matches())
        .distinct()
        .limit(INTERFACES)
        .forEach(tags::add);
    return tags;
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
