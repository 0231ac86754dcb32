package org.coptest.harness.report.html;

import java.util.List;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunInfo;

/** Under what conditions the results were obtained, and how to check the record. */
final class Conditions {
  private static final List<String> MISSING =
      List.of(
          "laboratory",
          "report number",
          "customer",
          "date received",
          "date of issue",
          "person authorising");
  private final RunInfo run;
  private final Catalogue catalogue;

  Conditions(RunInfo run, Catalogue catalogue) {
    this.run = run;
    this.catalogue = catalogue;
  }

  void write(Html html) {
    html.element("h2", "", "Test conditions");
    html.open("dl", "conditions");
    fact(html, "Method", catalogue.title());
    fact(html, "Catalogue", run.catalogue().id() + ", SHA-256 " + run.catalogue().sha256());
    fact(html, "Tool", "coptest %s (%s)".formatted(run.tool().version(), run.tool().commit()));
    run.tool().selftestSha256().ifPresent(digest -> fact(html, "Self-test record", digest));
    run.tool().plugins().forEach(p -> fact(html, "Plug-in", p.jar() + ", SHA-256 " + p.sha256()));
    fact(html, "Started", Page.time(run.started()));
    fact(html, "Finished", run.finished().map(Page::time).orElse("not finished"));
    fact(html, "Operator", run.operator().orElse("not named"));
    fact(html, "Profile", run.profile());
    fact(html, "Pace", run.pace().orElse("as each target declares"));
    run.basedOn()
        .ifPresent(based ->
            fact(html, "Judged again", "from the record of coptest " + based.toolVersion()));
    html.close();
    lists(html);
    evidence(html);
    html.element("h2", "", "Missing for issue");
    html.element("p", "", String.join(", ", MISSING) + ".");
  }

  private static void fact(Html html, String label, String value) {
    html.element("dt", "", label).elementShown("dd", "", value);
  }

  private void lists(Html html) {
    if (run.lists().isEmpty()) {
      return;
    }
    html.element("h2", "", "Lists of facts");
    html.open("table", "wide").open("thead", "").open("tr", "");
    List.of("List", "Compiled", "Entries", "SHA-256").forEach(h -> html.element("th", "", h));
    html.close().close().open("tbody", "");
    for (var list : run.lists()) {
      html.open("tr", "").elementShown("td", "", list.id());
      html.element("td", "", list.date().toString());
      html.element("td", "count", Integer.toString(list.count()));
      html.open("td", "").elementShown("code", "", list.sha256()).close().close();
    }
    html.close().close();
  }

  private void evidence(Html html) {
    html.element("h2", "", "Evidence");
    html.open("p", "")
        .text("Each line of events.jsonl carries the SHA-256 of the line before it. ");
    html.text("Hash of the last line: ");
    html.elementShown("code", "", run.logHead().orElse("not closed yet")).text(".");
    html.close();
    html.element("p", "", "Not signed. Measurement uncertainty: qualitative results, none stated.");
  }
}
