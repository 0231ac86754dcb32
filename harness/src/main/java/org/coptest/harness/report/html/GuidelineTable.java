package org.coptest.harness.report.html;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Standing;

/** Guideline by verdict: how many provisions stand where; each is counted once. */
final class GuidelineTable {
  private final TargetResult target;
  private final Catalogue catalogue;

  GuidelineTable(TargetResult target, Catalogue catalogue) {
    this.target = target;
    this.catalogue = catalogue;
  }

  void write(Html html) {
    html.element("h2", "", "By guideline");
    html.open("table", "matrix").open("thead", "");
    html.open("tr", "").element("th", "", "");
    html.openWide("th", "group", 3).text("mandatory").close();
    html.openWide("th", "group", 3).text("recommended").close();
    html.openWide("th", "group", 4).text("both").close().close();
    html.open("tr", "").element("th", "", "Guideline");
    for (var head :
        List.of(
            "observed pass",
            "fail",
            "undecided",
            "observed pass",
            "fail",
            "undecided",
            "awaits an assessor",
            "lacks a declaration",
            "not tested",
            "n/a")) {
      html.element("th", "count", head);
    }
    html.close().close().open("tbody", "");
    guidelines().forEach(guideline -> row(html, guideline));
    html.close().open("tfoot", "");
    cells(html, "All", target.provisions());
    html.close().close();
  }

  private List<String> guidelines() {
    return target.provisions().stream().map(ProvisionResult::guideline).distinct().toList();
  }

  private void row(Html html, String number) {
    var name =
        catalogue
            .guideline(number)
            .map(known -> known.label() + " " + known.title())
            .orElse("Guideline");
    var provisions =
        target.provisions().stream().filter(p -> p.guideline().equals(number)).toList();
    html.open("tr", "").open("td", "");
    html.openLink("#" + Html.anchor("g" + number)).text(name).close().close();
    counts(html, provisions);
    html.close();
  }

  private static void cells(Html html, String name, List<ProvisionResult> provisions) {
    html.open("tr", "").element("td", "", name);
    counts(html, provisions);
    html.close();
  }

  private static void counts(Html html, List<ProvisionResult> provisions) {
    var byStatus =
        provisions.stream().collect(Collectors.partitioningBy(p -> p.status().startsWith("M")));
    Stream.of(true, false)
        .map(mandatory -> Standing.count(byStatus.getOrDefault(mandatory, List.of())))
        .forEach(counts -> {
          cell(html, "good", counts, Standing.PASS, Standing.SIGNED);
          cell(html, "bad", counts, Standing.FAIL, Standing.FAILS_ON_PAPER);
          cell(html, "open", counts, Standing.UNDECIDED);
        });
    var all = Standing.count(provisions);
    cell(html, "waiting", all, Standing.AWAITS_ASSESSOR);
    cell(html, "waiting", all, Standing.LACKS_DECLARATION);
    cell(html, "quiet", all, Standing.NOT_TESTED);
    cell(html, "quiet", all, Standing.NOT_APPLICABLE);
  }

  private static void cell(
      Html html, String tone, Map<Standing, Integer> counts, Standing... standings) {
    int count = Stream.of(standings).mapToInt(s -> counts.getOrDefault(s, 0)).sum();
    html.element("td", count == 0 ? "count zero" : "count " + tone, count == 0 ? "–" : "" + count);
  }
}
