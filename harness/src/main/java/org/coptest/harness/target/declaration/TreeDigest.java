package org.coptest.harness.target.declaration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.coptest.harness.yaml.YamlList;
import org.coptest.harness.yaml.YamlMap;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;

/** Digest of what a tree says, whatever its layout, comments and order of keys. */
final class TreeDigest {
  private TreeDigest() {}

  static String sha256(YamlNode node) {
    var canonical = new StringBuilder();
    append(canonical, node);
    return sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Lengths before texts keep two different trees from looking the same. */
  private static void append(StringBuilder out, YamlNode node) {
    switch (node) {
      case YamlScalar scalar -> text(out.append(scalar.kind().name().charAt(0)), scalar.text());
      case YamlList list -> {
        out.append('[').append(list.items().size()).append(':');
        list.items().forEach(item -> append(out, item));
      }
      case YamlMap map -> {
        out.append('{').append(map.keys().size()).append(':');
        map.entries().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .forEach(entry -> {
              text(out, entry.getKey());
              append(out, entry.getValue().value());
            });
      }
    }
  }

  private static void text(StringBuilder out, String text) {
    out.append(text.length()).append(':').append(text);
  }
}
