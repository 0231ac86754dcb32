package org.coptest.harness.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.declaration.Origin;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds nodes from parser events, because the library's own composer has no limit of depth. */
final class YamlComposer {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 500_000;

  /**
   * The reader copies what it has of a long value once per buffer, so few large ones are faster.
   */
  private static final int BUFFER = 1 << 18;

  private final String file;
  private final Problems problems;
  private final ScalarKinds kinds = new ScalarKinds();
  private final Map<Anchor, Measured> anchors = new HashMap<>();
  private Iterator<Event> events = Collections.emptyIterator();
  private int nodes;

  YamlComposer(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** A node with its number of values and levels, which an alias repeats. */
  private record Measured(YamlNode node, int size, int height) {}

  YamlNode compose(String text) throws YamlRefused {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .setBufferSize(Math.min(text.length() + 2, BUFFER))
            .build();
    events = new Parse(settings).parseString(text).iterator();
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw new YamlRefused(new Origin(file, 0, 0), "is empty", "see docs/adding-a-target.md");
    }
    var root = node(events.next(), 0);
    events.next();
    var next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw new YamlRefused(at(next), "a second document starts here", "use one file for each");
    }
    return root.node();
  }

  private Measured node(Event event, int depth) throws YamlRefused {
    if (depth > MAX_DEPTH) {
      throw new YamlRefused(
          at(event), "nested deeper than %d levels".formatted(MAX_DEPTH), "flatten it");
    }
    int before = nodes;
    nodes++;
    if (event instanceof AliasEvent alias) {
      return repeated(alias, depth);
    }
    refuseTag(event);
    var built = built(event, depth);
    var measured = new Measured(built.node(), nodes - before, built.height());
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, measured));
    refuseTooMany(event);
    return measured;
  }

  private Measured built(Event event, int depth) throws YamlRefused {
    if (event instanceof ScalarEvent scalar) {
      var value = scalar.getValue();
      return new Measured(new YamlScalar(value, kinds.of(scalar), at(event)), 1, 0);
    }
    return event instanceof MappingStartEvent ? mapping(event, depth) : list(event, depth);
  }

  private Measured list(Event start, int depth) throws YamlRefused {
    var items = new ArrayList<YamlNode>();
    int height = 0;
    for (var next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      var item = node(next, depth + 1);
      items.add(item.node());
      height = Math.max(height, item.height() + 1);
    }
    return new Measured(new YamlList(items, at(start)), 0, height);
  }

  private Measured mapping(Event start, int depth) throws YamlRefused {
    var entries = new LinkedHashMap<String, YamlMap.Entry>();
    int height = 0;
    for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
      var key = key(next, depth);
      var value = node(events.next(), depth + 1);
      var entry = new YamlMap.Entry(key.at(), value.node());
      var first = Optional.ofNullable(entries.putIfAbsent(key.text(), entry));
      first.ifPresent(earlier -> duplicate(key, earlier));
      height = Math.max(height, value.height() + 1);
    }
    return new Measured(new YamlMap(entries, at(start)), 0, height);
  }

  private YamlScalar key(Event event, int depth) throws YamlRefused {
    if (node(event, depth + 1).node() instanceof YamlScalar scalar) {
      return scalar;
    }
    throw new YamlRefused(at(event), "a list or mapping cannot be a key", "use a word as the key");
  }

  private void duplicate(YamlScalar key, YamlMap.Entry earlier) {
    problems.add(
        key.at(),
        "duplicate key %s, first on line %d"
            .formatted(Quoted.of(key.text()), earlier.keyAt().line()),
        "keep one of them");
  }

  /** An anchor is known only when its node is complete, so a node never contains itself. */
  private Measured repeated(AliasEvent alias, int depth) throws YamlRefused {
    var target = Optional.ofNullable(anchors.get(alias.getAlias()));
    if (target.isEmpty()) {
      throw new YamlRefused(
          at(alias),
          "alias %s has no anchor before it".formatted(Quoted.of(alias.getAlias().getValue())),
          "write the anchor first, or use defaults and models");
    }
    var node = target.get();
    nodes += node.size();
    refuseTooMany(alias);
    if (depth + node.height() > MAX_DEPTH) {
      throw new YamlRefused(
          at(alias),
          "with its aliases nested deeper than %d levels".formatted(MAX_DEPTH),
          "flatten it");
    }
    return node;
  }

  private void refuseTooMany(Event event) throws YamlRefused {
    if (nodes > MAX_NODES) {
      throw new YamlRefused(
          at(event),
          "more than %,d values, counting what aliases repeat".formatted(MAX_NODES),
          "split the file or drop the aliases");
    }
  }

  private void refuseTag(Event event) throws YamlRefused {
    var tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start
                ? start.getTag()
                : Optional.<String>empty();
    if (tag.isPresent()) {
      throw new YamlRefused(
          at(event), "tag %s is not read".formatted(Quoted.of(tag.get())), "remove it");
    }
  }

  private Origin at(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Origin(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Origin(file, 0, 0));
  }
}
