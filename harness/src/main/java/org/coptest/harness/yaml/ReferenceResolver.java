package org.coptest.harness.yaml;

import java.util.Optional;

/** Says what a reference such as {@code ${env:NAME}} stands for while a file is bound. */
@FunctionalInterface
public interface ReferenceResolver {

  /**
   * The text it stands for, or empty after adding a problem.
   *
   * @param wanted {@code String}, {@code Integer}, {@code Long} or {@code Secret}
   * @param path such as {@code ixit.logIntf[0].port}
   */
  Optional<String> resolve(YamlScalar reference, Class<?> wanted, String path, Problems problems);

  /** Leaves references in plain text alone and refuses them everywhere else. */
  static ReferenceResolver none() {
    return (reference, wanted, path, problems) -> {
      if (wanted == String.class) {
        return Optional.of(reference.text());
      }
      problems.add(reference.at(), path + ": a reference cannot be used here");
      return Optional.empty();
    };
  }
}
