package org.coptest.harness.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coptest.harness.yaml.YamlScalar.Kind;
import org.coptest.spi.declaration.Secret;

/** Makes single values: text, numbers, booleans, durations, dates, words of an enum, secrets. */
final class ScalarBinder {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^{}]*}");
  private static final Set<Kind> TEXTS = Set.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL);

  private final Problems problems;
  private final ReferenceResolver references;

  ScalarBinder(Problems problems, ReferenceResolver references) {
    this.problems = problems;
    this.references = references;
  }

  Optional<Object> bind(YamlNode node, Class<?> type, String path, String pattern) {
    if (type == Secret.class) {
      return secret(node, path);
    }
    if (!(node instanceof YamlScalar scalar)) {
      return mismatch(node, path, expected(type));
    }
    if (type.isEnum()) {
      return word(scalar, type, path);
    }
    return switch (type.getSimpleName()) {
      case "String" -> text(scalar, path, pattern);
      case "Integer", "int" -> number(scalar, Integer.class, path, Integer::valueOf);
      case "Long", "long" -> number(scalar, Long.class, path, Long::valueOf);
      case "Boolean", "boolean" -> truth(scalar, path);
      case "Duration" -> parsed(scalar, type, path, ScalarForms.DURATION, Duration::parse);
      case "LocalDate" -> parsed(scalar, type, path, ScalarForms.DATE, LocalDate::parse);
      default -> throw new IllegalArgumentException(path + " has the unsupported type " + type);
    };
  }

  private static String expected(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "Integer", "int", "Long", "long" -> "a whole number";
      case "Boolean", "boolean" -> "true or false";
      case "Duration" -> "a duration such as PT24H or P30D";
      case "LocalDate" -> "a date such as 2030-12-31";
      default ->
          type.isEnum() ? "one of " + String.join(", ", EnumWords.of(type).keySet()) : "text";
    };
  }

  /** Numbers count as text, as written: {@code firmware: 1.10} is 1.10. */
  private Optional<Object> text(YamlScalar scalar, String path, String pattern) {
    if (!TEXTS.contains(scalar.kind())) {
      return mismatch(scalar, path, "text");
    }
    var text =
        isReference(scalar)
            ? references.resolve(scalar, String.class, path, problems)
            : Optional.of(scalar.text());
    if (text.isPresent() && !pattern.isEmpty() && !text.get().matches(pattern)) {
      return mismatch(scalar, path, "text that matches " + pattern);
    }
    return text.map(Object.class::cast);
  }

  private Optional<Object> number(
      YamlScalar scalar, Class<?> type, String path, Function<String, Object> parse) {
    var digits =
        isReference(scalar)
            ? references.resolve(scalar, type, path, problems)
            : Optional.of(scalar.text()).filter(text -> scalar.kind() == Kind.INTEGER);
    if (digits.isEmpty()) {
      return isReference(scalar) ? Optional.empty() : mismatch(scalar, path, expected(type));
    }
    try {
      return digits
          .filter(text -> INTEGER.matcher(text).matches())
          .map(parse)
          .or(() -> mismatch(scalar, path, expected(type)));
    } catch (NumberFormatException e) {
      return mismatch(scalar, path, "a smaller number");
    }
  }

  private Optional<Object> truth(YamlScalar scalar, String path) {
    return scalar.kind() == Kind.BOOLEAN
        ? Optional.of(Boolean.valueOf(scalar.text()))
        : mismatch(scalar, path, "true or false");
  }

  private Optional<Object> word(YamlScalar scalar, Class<?> type, String path) {
    Map<String, Object> words = EnumWords.of(type);
    var constant = Optional.ofNullable(words.get(scalar.text()));
    if (constant.isEmpty()) {
      problems.add(
          scalar.at(),
          "%s: found %s, expected %s".formatted(path, scalar.described(), expected(type)),
          () -> nearest(scalar.text(), words));
    }
    return constant;
  }

  private static Optional<String> nearest(String word, Map<String, Object> words) {
    return Spelling.nearest(word, words.keySet()).map("did you mean \"%s\"?"::formatted);
  }

  private Optional<Object> parsed(
      YamlScalar scalar, Class<?> type, String path, String form, Function<String, Object> parse) {
    try {
      return Optional.of(scalar.text())
          .filter(text -> text.matches(form))
          .map(parse)
          .or(() -> mismatch(scalar, path, expected(type)));
    } catch (DateTimeException | ArithmeticException e) {
      return mismatch(scalar, path, expected(type));
    }
  }

  /** A literal is refused without showing it, for messages end up in logs. */
  private Optional<Object> secret(YamlNode node, String path) {
    if (node instanceof YamlScalar scalar && isReference(scalar)) {
      return references
          .resolve(scalar, Secret.class, path, problems)
          .map(value -> new Secret(scalar.text(), value));
    }
    problems.hideLine(node.at());
    problems.add(
        node.at(),
        path + ": a secret is written out here, expected a reference",
        "use ${env:NAME} or ${file:path}");
    return Optional.empty();
  }

  private static boolean isReference(YamlScalar scalar) {
    return scalar.kind() == Kind.TEXT && REFERENCE.matcher(scalar.text()).matches();
  }

  private Optional<Object> mismatch(YamlNode node, String path, String expected) {
    problems.add(
        node.at(), "%s: found %s, expected %s".formatted(path, node.described(), expected));
    return Optional.empty();
  }
}
