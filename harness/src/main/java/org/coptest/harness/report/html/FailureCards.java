package org.coptest.harness.report.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.RowText;
import org.coptest.harness.report.Shown;

/** What failed: a card each, with everything needed to see it again and to mend it. */
final class FailureCards {
  private static final int MANY = 200;
  private final List<Place> failures;
  private final EvidenceLinks evidence;

  FailureCards(List<Place> failures, EvidenceLinks evidence) {
    this.failures = failures;
    this.evidence = evidence;
  }

  /** Where the card of a failure stands on its page. */
  static String id(Place place) {
    var digest = Digests.sha256(place.rowId().getBytes(StandardCharsets.UTF_8));
    return "f-" + digest.substring(0, 12);
  }

  void write(Html html) {
    html.openAt("h2", "", "failures").text("What failed").close();
    if (failures.isEmpty()) {
      html.element("p", "lead", "Nothing failed in what was judged.");
      return;
    }
    failures.stream().limit(MANY).forEach(place -> card(html, place));
    if (failures.size() > MANY) {
      html.element("p", "", "and %d more, in run.json.".formatted(failures.size() - MANY));
    }
  }

  private void card(Html html, Place place) {
    html.openAt("article", "failure", id(place));
    html.open("h3", "");
    html.elementShown("span", "id", place.unitId());
    html.text(" ").shown(place.provision().title()).text(" ");
    html.element("span", "status", place.mandatory() ? "mandatory" : "recommended");
    html.close();
    html.open("p", "reason").elementShown("code", "subject", place.row().subject());
    html.text(" ").text(Shown.detail(place.row().reason())).close();
    facts(html, place.row());
    html.close();
  }

  private void facts(Html html, RowResult row) {
    html.open("dl", "finding");
    RowText.facts(row)
        .forEach((label, fact) -> {
          html.element("dt", "", label);
          html.element("dd", label.equals("reproduce") ? "mono" : "", fact);
        });
    row.probe()
        .ifPresent(probe -> html.element("dt", "", "seen by").elementShown("dd", "mono", probe));
    html.element("dt", "", "evidence").open("dd", "");
    evidence.write(html, row);
    html.close().close();
  }
}
