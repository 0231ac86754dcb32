package org.coptest.harness.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The texts and styles a lab may make its own.
 *
 * @param folder {@code reports-template} of this installation
 */
public record ReportTemplates(Path folder) {
  private static final long LONGEST = 1 << 20;

  /**
   * A template as it is.
   *
   * @throws IOException when it is missing or larger than 1 MiB
   */
  public String text(String name) throws IOException {
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException("%s is missing; restore it from the distribution".formatted(file));
    }
    if (Files.size(file) > LONGEST) {
      throw new IOException("%s is larger than 1 MiB; make it smaller".formatted(file));
    }
    return Files.readString(file);
  }

  /** A template whose {@code ${key}} marks are replaced by values, each escaped for its format. */
  public String filled(String name, Map<String, String> values, UnaryOperator<String> escape)
      throws IOException {
    var text = text(name);
    for (var value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", escape.apply(value.getValue()));
    }
    return text;
  }
}
