package org.coptest.harness.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.declaration.Origin;

/** A mapping from keys to values, in the order of the file. */
public record YamlMap(Map<String, Entry> entries, Origin at) implements YamlNode {

  /**
   * A value and where its key stands.
   *
   * @param keyAt position of the key
   */
  public record Entry(Origin keyAt, YamlNode value) {}

  public YamlMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The keys in the order of the file. */
  public Set<String> keys() {
    return entries.keySet();
  }

  /** The value of a key. */
  public Optional<YamlNode> get(String key) {
    return entry(key).map(Entry::value);
  }

  /** The value of a key, with the position of the key. */
  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public String described() {
    return "a mapping";
  }
}
