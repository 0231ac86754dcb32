package org.coptest.probes.passwords.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The texts a password may have been made from, streamed one by one: forms of each identifier,
 * their parts, and both put beside names, years and each other.
 */
final class CandidateTexts {
  private static final int YEARS = 10;
  private final List<Identifier> identifiers;
  private final int year;

  /** Takes the texts; stops the stream by throwing. */
  interface Sink {
    void take(String name, String text) throws InterruptedException, Exhausted;
  }

  /** The search has used up its time or its number of hashes. */
  static final class Exhausted extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** {@code year} is the last year that may be part of a password. */
  CandidateTexts(List<Identifier> identifiers, int year) {
    this.identifiers = identifiers;
    this.year = year;
  }

  /** Forms of single identifiers; any window of them may be the password. */
  void forms(Sink sink) throws InterruptedException, Exhausted {
    for (var identifier : identifiers) {
      send(Forms.of(identifier), sink);
    }
  }

  /** Everything that is put into a digest, the simple first. */
  void hashed(Sink sink) throws InterruptedException, Exhausted {
    forms(sink);
    for (var identifier : identifiers) {
      for (var form : Forms.of(identifier).entrySet()) {
        send(Forms.parts(form.getKey(), form.getValue()), sink);
      }
    }
    joined(sink);
  }

  /** Two texts beside each other, at least one of them of this very device. */
  void joined(Sink sink) throws InterruptedException, Exhausted {
    var own = pieces(identifiers.stream().filter(Identifier::ofDevice).toList());
    var others = new LinkedHashMap<String, String>();
    identifiers.forEach(one -> others.putAll(Forms.plain(one)));
    others.putAll(years());
    for (var first : own.entrySet()) {
      for (var second : others.entrySet()) {
        if (!kind(first.getKey()).equals(kind(second.getKey()))) {
          join(first, second, sink);
          join(second, first, sink);
        }
      }
    }
  }

  private static void join(
      Map.Entry<String, String> left, Map.Entry<String, String> right, Sink sink)
      throws InterruptedException, Exhausted {
    for (var between : List.of("", "-", ":")) {
      sink.take(
          left.getKey() + "+" + between + right.getKey(),
          left.getValue() + between + right.getValue());
    }
  }

  private static Map<String, String> pieces(List<Identifier> identifiers) {
    var pieces = new LinkedHashMap<String, String>();
    for (var identifier : identifiers) {
      Forms.plain(identifier)
          .forEach((name, text) -> {
            pieces.put(name, text);
            pieces.putAll(Forms.parts(name, text));
          });
    }
    pieces.values().removeIf(String::isEmpty);
    return pieces;
  }

  private Map<String, String> years() {
    var years = new LinkedHashMap<String, String>();
    IntStream.range(0, YEARS)
        .mapToObj(back -> String.format(Locale.ROOT, "%04d", year - back))
        .forEach(text -> years.put("year:" + text, text));
    return years;
  }

  private static String kind(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static void send(Map<String, String> texts, Sink sink)
      throws InterruptedException, Exhausted {
    for (var entry : new ArrayList<>(texts.entrySet())) {
      if (!entry.getValue().isEmpty()) {
        sink.take(entry.getKey(), entry.getValue());
      }
    }
  }
}
