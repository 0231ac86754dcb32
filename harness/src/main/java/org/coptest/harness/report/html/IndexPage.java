package org.coptest.harness.report.html;

import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.DeviceFile;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.Statement;

/** One row a device, and what failed on all of them. */
final class IndexPage {
  private static final int FAILURES = 60;
  private final RunDocument run;
  private final Catalogue catalogue;

  IndexPage(RunDocument run, Catalogue catalogue) {
    this.run = run;
    this.catalogue = catalogue;
  }

  void write(Html html) {
    html.element(
        "h1", "", run.targets().size() == 1 ? "1 device" : run.targets().size() + " devices");
    html.element("p", "lead", "Each result relates only to the item tested.");
    devices(html);
    failures(html);
    new Conditions(run.run(), catalogue).write(html);
  }

  private void devices(Html html) {
    html.open("table", "wide");
    html.open("thead", "").open("tr", "");
    for (var column :
        new String[] {"Device", "Statement", "Model", "Firmware", "Failures", "Where it stands"}) {
      html.element("th", "", column);
    }
    html.close().close().open("tbody", "");
    run.targets().forEach(target -> device(html, target));
    html.close().close();
  }

  private void device(Html html, TargetResult target) {
    html.open("tr", "");
    html.open("td", "key").openLink(DeviceFile.name(target.id()) + ".html");
    html.shown(target.id()).close().close();
    html.open("td", "");
    Chips.statement(html, Statement.of(target, catalogue));
    html.close();
    html.elementShown("td", "", model(target));
    html.elementShown("td", "", target.identity().getOrDefault("firmware", "not declared"));
    html.element("td", "count", Integer.toString(Place.failures(target).size()));
    html.element("td", "small", Statement.counts(target, "·"));
    html.close();
  }

  private static String model(TargetResult target) {
    var maker = target.identity().getOrDefault("manufacturer", "");
    var model = target.identity().getOrDefault("model", "");
    var both = (maker + " " + model).strip();
    return both.isEmpty() ? "not declared" : both;
  }

  private void failures(Html html) {
    var places = run.targets().stream().flatMap(t -> Place.failures(t).stream()).toList();
    html.element("h2", "", "What failed");
    if (places.isEmpty()) {
      html.element(
          "p",
          "lead",
          "Nothing. That is no statement of conformity: the pages of the devices say what is"
              + " undecided and what awaits an assessor.");
      return;
    }
    html.open("table", "wide");
    html.open("tbody", "");
    places.stream().limit(FAILURES).forEach(place -> failure(html, place));
    html.close().close();
    if (places.size() > FAILURES) {
      html.element(
          "p", "", "and %d more, on the pages of the devices.".formatted(places.size() - FAILURES));
    }
  }

  private static void failure(Html html, Place place) {
    var page = DeviceFile.name(place.target().id()) + ".html";
    html.open("tr", "");
    html.open("td", "key").openLink(page + "#" + Html.anchor(FailureCards.id(place)));
    html.shown(place.target().id()).close().close();
    html.open("td", "id").shown(place.unitId()).close();
    html.elementShown("td", "", place.provision().title());
    html.open("td", "").elementShown("code", "", place.row().subject()).close();
    html.elementShown("td", "", place.row().reason());
    html.close();
  }
}
