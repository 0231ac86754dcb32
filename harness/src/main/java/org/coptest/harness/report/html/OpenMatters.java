package org.coptest.harness.report.html;

import java.util.List;
import java.util.function.Predicate;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.VerdictForm;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** What is undecided, what waits for a person, and what was not tested: each with a next step. */
final class OpenMatters {
  private static final int MANY = 300;
  private final List<Place> places;

  OpenMatters(TargetResult target) {
    this.places = Place.all(target).toList();
  }

  void write(Html html) {
    table(
        html,
        "What is undecided",
        "Nothing.",
        place ->
            place.row().verdict() == Verdict.INCONCLUSIVE
                || place.row().verdict() == Verdict.ERROR);
    table(
        html,
        "What awaits a person",
        "Nothing.",
        place -> place.row().verdict() == Verdict.PENDING);
    table(
        html,
        "What was not tested",
        "Nothing was left out.",
        place -> place.row().verdict() == Verdict.NOT_TESTED);
  }

  private void table(Html html, String title, String none, Predicate<Place> which) {
    var chosen = places.stream().filter(which).toList();
    html.element("h2", "", title);
    if (chosen.isEmpty()) {
      html.element("p", "lead", none);
      return;
    }
    html.open("table", "wide matters").open("thead", "").open("tr", "");
    List.of("Test unit", "Subject", "Why", "What would settle it")
        .forEach(head -> html.element("th", "", head));
    html.close().close().open("tbody", "");
    chosen.stream().limit(MANY).forEach(place -> row(html, place));
    html.close().close();
    if (chosen.size() > MANY) {
      html.element("p", "", "and %d more, in run.json.".formatted(chosen.size() - MANY));
    }
  }

  private static void row(Html html, Place place) {
    html.open("tr", "");
    html.open("td", "id").openLink("#" + Html.anchor(place.provision().id()));
    html.shown(place.unitId()).close().close();
    html.open("td", "").elementShown("code", "", place.row().subject()).close();
    html.open("td", "").shown(place.row().reason());
    html.open("div", "cause").text(cause(place)).close().close();
    html.elementShown(
        "td",
        "",
        place.row().fix().or(() -> place.row().cause().map(Cause::settledBy)).orElse("–"));
    html.close();
  }

  private static String cause(Place place) {
    var word = VerdictForm.of(place.row().verdict()).word();
    return place.row().cause().map(cause -> word + " · " + cause.name()).orElse(word);
  }
}
