package org.coptest.probes.testing;

import java.util.List;
import java.util.stream.Stream;
import org.coptest.spi.Observation;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;

/** Feeds a rule from observations made by hand. */
public record RecordedSeen(List<Observation> observations, List<Trouble> troubles) implements Seen {

  /** These observations and no trouble. */
  public static RecordedSeen of(Observation... observations) {
    return new RecordedSeen(List.of(observations), List.of());
  }

  /** Also a probe that could not look. */
  public RecordedSeen trouble(String probe, Cause cause, String reason) {
    var more = Stream.concat(troubles.stream(), Stream.of(new Trouble(probe, cause, reason)));
    return new RecordedSeen(observations, more.toList());
  }

  @Override
  public <O extends Observation> O only(Class<O> type) {
    return all(type).stream()
        .findFirst()
        .orElseThrow(() -> new NotSeenException(type.getSimpleName()));
  }

  @Override
  public <O extends Observation> List<O> all(Class<O> type) {
    return observations.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
