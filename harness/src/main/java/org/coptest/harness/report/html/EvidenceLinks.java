package org.coptest.harness.report.html;

import java.nio.file.Path;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.report.EvidenceShelf;

/** Links from a page to the evidence beside it. */
record EvidenceLinks(EvidenceShelf shelf, Path pages) {
  private static final int MANY = 12;

  void write(Html html, RowResult row) {
    if (row.evidence().isEmpty()) {
      html.element("span", "none", "–");
      return;
    }
    var files = row.evidence().stream().distinct().toList();
    files.stream()
        .limit(MANY)
        .forEach(file -> {
          var label = EvidenceShelf.label(file);
          shelf
              .link(pages, file)
              .ifPresentOrElse(
                  link -> html.openLink(link).text(label).close().text(" "),
                  () -> html.element("code", "", label).text(" "));
        });
    if (files.size() > MANY) {
      html.text("and %d more".formatted(files.size() - MANY));
    }
  }
}
