package org.coptest.harness.target.declaration;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.RecordBinder;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlList;
import org.coptest.harness.yaml.YamlMap;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlPath;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Key;
import org.coptest.spi.declaration.Origin;

/** A targets file before its parts are merged. */
record TargetsFile(
    @Key(doc = "format version, 1") Optional<Integer> declaration,
    @Key(doc = "merged under every target") Optional<YamlMap> defaults,
    @Key(doc = "parts of targets by model name, used with model:") Map<String, YamlMap> models,
    @Key(doc = "the devices under test") List<YamlMap> targets,
    Origin at) {

  private record BareList(List<YamlMap> targets) {}

  /** A small file must not become large by repeating its defaults and models in every target. */
  private static final long MAX_VALUES = 2_000_000;

  /** A mapping with these keys, or a bare list of targets. */
  static Optional<TargetsFile> of(YamlNode root, Problems problems) {
    var file =
        root instanceof YamlList list
            ? bareList(list, problems)
            : RecordBinder.bind(root, TargetsFile.class, "", problems);
    file.ifPresent(each -> each.check(problems));
    return file.filter(each -> each.fits(problems));
  }

  private static Optional<TargetsFile> bareList(YamlList list, Problems problems) {
    var wrapped = new YamlMap(Map.of("targets", new YamlMap.Entry(list.at(), list)), list.at());
    return RecordBinder.bind(wrapped, BareList.class, "", problems)
        .map(bare ->
            new TargetsFile(
                Optional.empty(), Optional.empty(), Map.of(), bare.targets(), list.at()));
  }

  private void check(Problems problems) {
    if (declaration.orElse(1) != 1) {
      problems.add(
          at,
          "declaration: found format version %d, expected 1".formatted(declaration.orElse(1)),
          "this release reads version 1 only");
    }
    if (targets.isEmpty() && problems.isEmpty()) {
      problems.add(at, "no target is declared", "add at least one entry with id and reach");
    }
    Stream.concat(defaults.stream(), models.values().stream())
        .flatMap(part -> Stream.of("id", "model").flatMap(key -> part.entry(key).stream()))
        .forEach(entry ->
            problems.add(
                entry.keyAt(), "id and model belong to a target, not to defaults or models"));
  }

  private boolean fits(Problems problems) {
    var sizes = new HashMap<String, Long>();
    models.forEach((name, model) -> sizes.put(name, size(model)));
    long below = defaults.map(TargetsFile::size).orElse(0L);
    long values = below * (targets.size() + models.size());
    for (var target : targets) {
      values += size(target);
      for (var name : YamlPath.select(target, "model")) {
        values +=
            name.node() instanceof YamlScalar model ? sizes.getOrDefault(model.text(), 0L) : 0;
      }
    }
    if (values > MAX_VALUES) {
      problems.add(
          at,
          "with defaults and models the targets come to %,d values, at most %,d are read"
              .formatted(values, MAX_VALUES),
          "split the file or make the shared parts smaller");
    }
    return values <= MAX_VALUES;
  }

  private static long size(YamlNode node) {
    return switch (node) {
      case YamlScalar scalar -> 1;
      case YamlList list -> 1 + list.items().stream().mapToLong(TargetsFile::size).sum();
      case YamlMap map ->
          1 + map.entries().values().stream().mapToLong(each -> 1 + size(each.value())).sum();
    };
  }

  /** Each target over its model over the defaults. */
  List<EffectiveTarget> effective(Path file, Problems problems) {
    return targets.stream()
        .map(target -> new EffectiveTarget(file, merged(target, problems)))
        .toList();
  }

  /**
   * The models that no target uses, each as a target of its own, so that slips in them are found.
   */
  List<EffectiveTarget> unusedModels(Path file) {
    Set<String> used = new HashSet<>();
    targets.forEach(
        target -> YamlPath.select(target, "model").forEach(each -> addText(each.node(), used)));
    return models.entrySet().stream()
        .filter(model -> !used.contains(model.getKey()))
        .map(model -> new EffectiveTarget(file, named(overDefaults(model.getValue()))))
        .toList();
  }

  private static void addText(YamlNode node, Set<String> texts) {
    if (node instanceof YamlScalar scalar) {
      texts.add(scalar.text());
    }
  }

  private static YamlMap named(YamlMap model) {
    var id = new YamlScalar("unused", YamlScalar.Kind.TEXT, model.at());
    var named = new YamlMap(Map.of("id", new YamlMap.Entry(model.at(), id)), model.at());
    return NodeMerge.over(model, named);
  }

  private YamlMap merged(YamlMap target, Problems problems) {
    return YamlPath.select(target, "model").stream()
        .findFirst()
        .flatMap(name -> model(name.node(), problems))
        .map(this::overDefaults)
        .or(() -> defaults)
        .map(below -> NodeMerge.over(below, target))
        .orElse(target);
  }

  private Optional<YamlMap> model(YamlNode name, Problems problems) {
    var text = name instanceof YamlScalar scalar ? scalar.text() : "";
    var found = Optional.ofNullable(models.get(text));
    if (found.isEmpty()) {
      problems.add(
          name.at(),
          "model: found %s, expected a model of this file".formatted(name.described()),
          () -> Spelling.hint(text, models.keySet(), "known models"));
    }
    return found;
  }

  private YamlMap overDefaults(YamlMap part) {
    return defaults.map(under -> NodeMerge.over(under, part)).orElse(part);
  }
}
