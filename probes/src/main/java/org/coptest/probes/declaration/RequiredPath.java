package org.coptest.probes.declaration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that a suite requires: {@code ixit.conf.secureManagement}, {@code ixit.updMech[].text} or
 * {@code ixit.physIntf[debug=true].status}.
 *
 * @param text as the suite writes it
 * @param part the part of the IXIT
 * @param table whether that part is a table
 * @param filter which rows it asks, when not all
 * @param fields the keys below, outermost first
 */
record RequiredPath(
    String text, String part, boolean table, Optional<Filter> filter, List<String> fields) {
  private static final Pattern SHAPE =
      Pattern.compile("ixit\\.(\\w+)(\\[(?:(\\w+(?:\\.\\w+)*)=([^\\]]*))?\\])?((?:\\.\\w+)*)");

  /** Rows whose field has this value. */
  record Filter(List<String> fields, String value) {}

  static RequiredPath parse(String text) {
    var match = SHAPE.matcher(text);
    if (!match.matches()) {
      throw new IllegalStateException("not a path of the declaration: " + text);
    }
    var filter =
        Optional.ofNullable(match.group(3))
            .map(field ->
                new Filter(
                    List.of(field.split("\\.")), Optional.ofNullable(match.group(4)).orElse("")));
    var below = Optional.ofNullable(match.group(5)).orElse("");
    return new RequiredPath(
        text,
        Optional.ofNullable(match.group(1)).orElseThrow(),
        match.group(2) != null,
        filter,
        below.isEmpty() ? List.of() : List.of(below.substring(1).split("\\.")));
  }

  String rootPath() {
    return "ixit." + part;
  }

  String fieldText() {
    return String.join(".", fields);
  }
}
