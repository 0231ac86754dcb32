package org.coptest.harness.report.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A terminal whose two streams can be read. */
final class Screen {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final Terminal terminal;

  private Screen(ColourChoice choice, Map<String, String> environment, boolean isTerminal) {
    terminal =
        Terminal.of(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            choice,
            new Surroundings(environment, isTerminal, isTerminal, Optional.of(80)));
  }

  static Screen terminal(String... environment) {
    return new Screen(ColourChoice.AUTO, map(environment), true);
  }

  static Screen pipe(String... environment) {
    return new Screen(ColourChoice.AUTO, map(environment), false);
  }

  static Screen with(ColourChoice choice, String... environment) {
    return new Screen(choice, map(environment), true);
  }

  private static Map<String, String> map(String... pairs) {
    var map = new HashMap<String, String>();
    map.put("LANG", "en_IN.UTF-8");
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
