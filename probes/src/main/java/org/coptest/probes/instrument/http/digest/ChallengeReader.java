package org.coptest.probes.instrument.http.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one header with any number of challenges, each with any number of parameters. */
final class ChallengeReader {
  private static final int MOST_CHALLENGES = 16;
  private static final int MOST_PARAMETERS = 32;
  private final String text;
  private int at;

  ChallengeReader(String text) {
    this.text = text;
  }

  List<Challenge> all() {
    var all = new ArrayList<Challenge>();
    var scheme = "";
    Map<String, String> parameters = new HashMap<>();
    while (at < text.length() && all.size() < MOST_CHALLENGES) {
      skip(", \t");
      var word = word();
      skip(" \t");
      if (word.isEmpty()) {
        at++;
      } else if (parameter()) {
        at++;
        put(parameters, word, value());
      } else {
        keep(all, scheme, parameters);
        scheme = word;
        parameters = new HashMap<>();
      }
    }
    keep(all, scheme, parameters);
    return all;
  }

  private static void keep(List<Challenge> all, String scheme, Map<String, String> parameters) {
    if (!scheme.isEmpty()) {
      all.add(new Challenge(scheme.toLowerCase(Locale.ROOT), parameters));
    }
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (parameters.size() < MOST_PARAMETERS) {
      parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }
  }

  private boolean parameter() {
    return at < text.length() && text.charAt(at) == '=';
  }

  private String value() {
    skip(" \t");
    return at < text.length() && text.charAt(at) == '"' ? quoted() : until(", \t");
  }

  private String quoted() {
    var value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
    }
    at++;
    return value.toString();
  }

  private String word() {
    return until(",= \t\"");
  }

  private String until(String ends) {
    int from = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skip(String blanks) {
    while (at < text.length() && blanks.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
