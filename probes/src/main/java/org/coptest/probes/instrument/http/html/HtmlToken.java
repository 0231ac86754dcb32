package org.coptest.probes.instrument.http.html;

import java.util.Map;

/** A piece of HTML. */
sealed interface HtmlToken {

  /** Characters between tags. */
  record Text(String text) implements HtmlToken {}

  /** A start tag; names are lower case and the first of several attributes counts. */
  record Start(String name, Map<String, String> attributes) implements HtmlToken {
    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    boolean has(String key) {
      return attributes.containsKey(key);
    }
  }

  /** An end tag. */
  record End(String name) implements HtmlToken {}
}
