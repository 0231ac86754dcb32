package org.coptest.harness.yaml;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value in a tree and the path that led to it.
 *
 * @param path such as {@code ixit.logIntf[0].port}
 */
public record YamlPath(String path, YamlNode node) {

  /**
   * The values at a path, in which {@code []} stands for each item of a list and {@code *} for each
   * value of a mapping; a part that is absent, null or of another kind yields none.
   */
  public static List<YamlPath> select(YamlNode root, String path) {
    var found = List.of(new YamlPath("", root));
    for (var part : path.replace("[]", ".[]").split("\\.")) {
      found = found.stream().flatMap(each -> each.step(part)).toList();
    }
    return found;
  }

  private Stream<YamlPath> step(String part) {
    return switch (node) {
      case YamlList list when part.equals("[]") ->
          IntStream.range(0, list.items().size())
              .mapToObj(i -> new YamlPath("%s[%d]".formatted(path, i), list.items().get(i)));
      case YamlMap map when part.equals("*") -> map.keys().stream().flatMap(key -> child(map, key));
      case YamlMap map -> child(map, part);
      case YamlList list -> Stream.empty();
      case YamlScalar scalar -> Stream.empty();
    };
  }

  private Stream<YamlPath> child(YamlMap map, String key) {
    return map.get(key).stream()
        .filter(value -> !(value instanceof YamlScalar scalar) || scalar.isPresent())
        .map(value -> new YamlPath(RecordShape.under(path, key), value));
  }
}
