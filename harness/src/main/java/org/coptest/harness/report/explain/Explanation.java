package org.coptest.harness.report.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.report.Place;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** What {@code coptest explain} answers. */
public final class Explanation {
  private static final Pattern GUIDELINE = Pattern.compile("(?i)cop-?(\\d{1,2})");
  private final Catalogue catalogue;
  private final UnitIndex units;

  /** An answer, or the ids that were perhaps meant. */
  public sealed interface Answer {

    /** The text, lines separated by LF. */
    record Found(String text) implements Answer {}

    /** Nothing has this id. */
    record Unknown(String asked, List<String> nearest) implements Answer {}
  }

  /** Over a catalogue. */
  public Explanation(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.units = new UnitIndex(catalogue);
  }

  /**
   * Explains a guideline, provision, test case, test unit, probe, rule, condition, verdict or
   * cause.
   */
  public Answer of(String asked) {
    return Stream.of(guideline(asked), provision(asked), units.of(asked), word(asked))
        .flatMap(Optional::stream)
        .findFirst()
        .<Answer>map(Answer.Found::new)
        .orElseGet(() -> new Answer.Unknown(asked, Nearest.of(asked, units.ids())));
  }

  private Optional<String> guideline(String asked) {
    var order = GUIDELINE.matcher(asked);
    var found =
        order.matches()
            ? catalogue.guidelines().stream()
                .filter(g -> g.order() == Integer.parseInt(order.group(1)))
                .findFirst()
            : catalogue.guideline(asked);
    return found.map(guideline -> {
      var text = new Lines();
      text.add(guideline.label() + "  " + guideline.number() + " " + guideline.title());
      text.add(guideline.meaning()).gap();
      guideline
          .provisions()
          .forEach(p -> text.add("  %-8s %s  %s", p.id(), p.status().letter(), p.title()));
      return text.gap().add("Next: coptest explain %s", guideline.provisions().get(0).id()).text();
    });
  }

  private Optional<String> provision(String asked) {
    return catalogue.provision(asked).map(provision -> new ProvisionText(catalogue).of(provision));
  }

  private static Optional<String> word(String asked) {
    var name = asked.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Stream.of(Cause.values())
        .filter(cause -> cause.name().equals(name))
        .findFirst()
        .map(CauseText::of)
        .or(() ->
            Stream.of(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .map(CauseText::of));
  }

  /**
   * Explains a row of a run: {@code 5.6-1-2 b tcp/8080}, or {@code device:5.6-1-2 b:tcp/8080}; part
   * of it, such as a test case or a subject alone, explains every row that fits.
   */
  public Answer row(RunDocument run, String asked) {
    var places = Place.all(run).toList();
    var found = places.stream().filter(place -> RowName.fits(place, asked)).toList();
    if (found.isEmpty()) {
      var names = places.stream().map(RowName::of).distinct().toList();
      return new Answer.Unknown(asked, Nearest.of(asked, names));
    }
    return new Answer.Found(new RowExplanation(catalogue).of(found));
  }
}
