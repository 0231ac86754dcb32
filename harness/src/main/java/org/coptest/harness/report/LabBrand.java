package org.coptest.harness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The lab's style and logo for the Allure pages, as one style sheet that loads nothing. */
public final class LabBrand {
  private LabBrand() {}

  /** For the Allure pages. */
  public static String css(ReportTemplates templates) throws IOException {
    return templates
        .text("lab-brand/static/styles.css")
        .replace("</", "<\\/")
        .replace("url('logo.svg')", "url('%s')".formatted(logo(templates)));
  }

  /** The logo as a data address. */
  public static String logo(ReportTemplates templates) throws IOException {
    var svg = templates.text("lab-brand/static/logo.svg").getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }
}
