package org.coptest.probes.instrument.http.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/** The cookies of one attempt; they go to one port only, so their paths and domains are ignored. */
final class Cookies {
  private static final int MOST = 200;
  private static final int MOST_CHARACTERS = 64 * 1024;
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Takes what an answer sets, and drops what it takes back. */
  void take(List<String> setCookies) throws ProbeException {
    for (var cookie : setCookies) {
      var parts = cookie.split(";", 2);
      var pair = parts[0].split("=", 2);
      if (pair.length == 2 && !pair[0].isBlank()) {
        take(pair[0].strip(), pair[1].strip(), parts.length > 1 ? parts[1] : "");
      }
    }
    if (values.size() > MOST || header().length() > MOST_CHARACTERS) {
      throw new ProbeException(
          Cause.BUDGET_EXHAUSTED,
          "it sets more than %d cookies or %d characters of them".formatted(MOST, MOST_CHARACTERS));
    }
  }

  private void take(String name, String value, String attributes) {
    var compact = attributes.toLowerCase(Locale.ROOT).replace(" ", "");
    if (value.isEmpty() || compact.contains("max-age=0") || compact.contains("1970")) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  String header() {
    return values.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The value of this cookie, or nothing. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  List<String> values() {
    return List.copyOf(values.values());
  }
}
