package org.coptest.harness.report.html;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.report.LabBrand;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.Shown;

/** The frame around each page: no script, one style sheet inside, one logo inside. */
final class Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " base-uri 'none'; form-action 'none'";
  private final String style;
  private final String logo;
  private final RunInfo run;
  private final Catalogue catalogue;

  Page(ReportTemplates templates, RunInfo run, Catalogue catalogue) throws IOException {
    this.style = templates.text("lab-report.css").replace("<", "");
    this.logo = LabBrand.logo(templates);
    this.run = run;
    this.catalogue = catalogue;
  }

  String of(String title, Consumer<Html> body) {
    var html = new Html();
    html.open("body", "");
    banner(html);
    html.open("main", "");
    body.accept(html);
    html.element("p", "end", "End of report");
    html.close().close();
    return head(title) + html.finished() + "</html>\n";
  }

  private String head(String title) {
    return """
    <!DOCTYPE html>
    <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="%s" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>%s</title>
    <style>
    %s
    @page { @bottom-left { content: "campaign %s - DRAFT, not for issue"; } }
    </style>
    </head>
    """
        .formatted(POLICY, Shown.sentence(title), style, plain(run.id()));
  }

  private static String plain(String id) {
    return id.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private void banner(Html html) {
    html.open("header", "banner");
    html.empty("img", " class=\"logo\" alt=\"\" src=\"" + logo + "\"");
    html.open("div", "titles");
    html.element("p", "kind", "Test report");
    html.element("p", "standard", catalogue.title());
    html.close();
    html.open("div", "number");
    html.element("span", "draft", "DRAFT – not for issue");
    html.open("p", "").text("campaign ").open("code", "").shown(run.id()).close().close();
    html.close().close();
  }

  /** A time as the report prints it. */
  static String time(Instant time) {
    return TIME.format(time);
  }
}
