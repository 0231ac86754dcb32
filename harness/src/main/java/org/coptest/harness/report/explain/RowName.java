package org.coptest.harness.report.explain;

import org.coptest.harness.report.Place;

/** How rows are named on the command line. */
final class RowName {
  private RowName() {}

  static String of(Place place) {
    return place.target().id() + ":" + place.unitId() + ":" + place.row().subject();
  }

  static boolean fits(Place place, String asked) {
    var text = asked.strip();
    return text.equals(of(place))
        || text.equals(place.rowId())
        || text.equals(place.unitId())
        || text.equals(place.testCase().id())
        || text.equals(place.provision().id())
        || text.equals(place.row().subject())
        || text.equals(place.target().id() + ":" + place.rowId());
  }
}
