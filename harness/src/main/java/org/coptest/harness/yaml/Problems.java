package org.coptest.harness.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.coptest.spi.declaration.Origin;

/** Collects what is wrong with configuration files, so that all of it is told at once. */
public final class Problems {
  /** Nobody reads more, and a hostile file must not fill the memory with messages. */
  private static final int KEPT = 200;

  private final Map<Place, Optional<String>> found = new LinkedHashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final Set<Line> hidden = new HashSet<>();
  private int left;

  /** One message at one place is one problem, however many targets share the line. */
  private record Place(Origin at, String message) {}

  private record Line(String file, int number) {}

  /** Adds a problem: one sentence, found against expected. */
  public void add(Origin at, String message) {
    add(at, message, Optional::empty);
  }

  /** Adds a problem and what to do about it. */
  public void add(Origin at, String message, String hint) {
    add(at, message, () -> Optional.of(hint));
  }

  /** Adds a problem with a hint that is worked out only if the problem is kept. */
  public void add(Origin at, String message, Supplier<Optional<String>> hint) {
    var place = new Place(at, message);
    if (found.size() < KEPT) {
      found.computeIfAbsent(place, kept -> hint.get());
    } else if (!found.containsKey(place)) {
      left++;
    }
  }

  /** Never shows this line, because a secret is written on it. */
  public void hideLine(Origin at) {
    hidden.add(new Line(at.file(), at.line()));
  }

  /** Tells the text of a file, so that problems can show the line they stand on. */
  void source(String file, String text) {
    sources.put(file, SourceText.of(text));
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many were found, those left out of {@link #all()} included. */
  public int count() {
    return found.size() + left;
  }

  /** The problems by file and position; at most 200. */
  public List<Problem> all() {
    return found.entrySet().stream()
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Problem problem) -> problem.at().file())
                .thenComparing(problem -> problem.at().line())
                .thenComparing(problem -> problem.at().column()))
        .toList();
  }

  private Problem problem(Place place, Optional<String> hint) {
    var at = place.at();
    var source =
        hidden.contains(new Line(at.file(), at.line()))
            ? Optional.<SourceLine>empty()
            : Optional.ofNullable(sources.get(at.file()))
                .flatMap(text -> text.around(at.line(), at.column()));
    return new Problem(at, Quoted.sentence(place.message()), hint.map(Quoted::sentence), source);
  }

  /** All problems as they are printed, with their number in the last line. */
  public String text() {
    return ConfigurationProblemsException.text(all(), count());
  }

  /** Throws all problems together, if there are any. */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new ConfigurationProblemsException(all(), count());
    }
  }
}
