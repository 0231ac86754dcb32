package org.coptest.harness.target.declaration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.ReferenceResolver;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Secret;

/** Resolves {@code ${env:…}}, {@code ${file:…}} and {@code ${emulated:…}} in one target. */
final class DeclarationReferences implements ReferenceResolver {
  private static final int MAX_SECRET = 64 << 10;
  private static final String NOT_NEEDED = "not-needed";

  private final EffectiveTarget target;
  private final References references;
  private final EmulatedValues values;

  DeclarationReferences(EffectiveTarget target, References references, EmulatedValues values) {
    this.target = target;
    this.references = references;
    this.values = values;
  }

  @Override
  public Optional<String> resolve(
      YamlScalar reference, Class<?> wanted, String path, Problems problems) {
    boolean host = path.equals("reach.host") || path.startsWith("reach.hosts[");
    if (wanted == String.class && !host) {
      return Optional.of(reference.text());
    }
    var inner = reference.text().substring(2, reference.text().length() - 1);
    int colon = inner.indexOf(':');
    var scheme = colon < 0 ? inner : inner.substring(0, colon);
    var name = inner.substring(colon + 1);
    boolean number = wanted != Secret.class && wanted != String.class;
    var ask = new Ask(reference, name, path, problems);
    return switch (scheme) {
      case "env" -> number ? ask.refuse("only ${emulated:…} can stand for a number") : env(ask);
      case "file" -> number ? ask.refuse("only ${emulated:…} can stand for a number") : file(ask);
      case "emulated" -> host ? ask.refuse("a host cannot be emulated") : emulated(ask, number);
      default -> ask.refuse("known references are ${env:…}, ${file:…} and ${emulated:…}");
    };
  }

  /** The address a text stands for; empty when it is a reference that the binder refuses. */
  Optional<String> host(YamlScalar written) {
    return written.text().startsWith("${")
        ? resolve(written, String.class, "reach.host", new Problems())
        : Optional.of(written.text());
  }

  /** One reference on its way to a value. */
  private record Ask(YamlScalar reference, String name, String path, Problems problems) {

    Optional<String> refuse(String why) {
      problems.add(reference.at(), "%s: %s: %s".formatted(path, reference.text(), why));
      return Optional.empty();
    }

    Optional<String> refuse(String why, String hint) {
      problems.add(reference.at(), "%s: %s: %s".formatted(path, reference.text(), why), hint);
      return Optional.empty();
    }
  }

  private Optional<String> env(Ask ask) {
    if (!references.secretsNeeded()) {
      return Optional.of(NOT_NEEDED);
    }
    var value = Optional.ofNullable(references.environment().get(ask.name()));
    var why = value.isEmpty() ? "the variable is not set" : "the variable is empty";
    return value
        .filter(text -> !text.isEmpty())
        .or(() -> ask.refuse(why, "set %s in the environment of coptest".formatted(ask.name())));
  }

  private Optional<String> file(Ask ask) {
    if (!references.secretsNeeded()) {
      return Optional.of(NOT_NEEDED);
    }
    try {
      var file = target.file().resolveSibling(ask.name());
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        return ask.refuse("no readable file", "put the secret in " + file);
      }
      return content(file, ask);
    } catch (IOException | InvalidPathException e) {
      return ask.refuse("cannot be read", "check the path and its permissions");
    }
  }

  private static Optional<String> content(Path file, Ask ask) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MAX_SECRET + 1);
      var text = withoutLineEnds(new String(bytes, StandardCharsets.UTF_8));
      return text.isEmpty() || bytes.length > MAX_SECRET
          ? ask.refuse("is empty or larger than 64 KiB", "write only the secret into the file")
          : Optional.of(text);
    }
  }

  /** Line ends after the secret come from the editor. */
  private static String withoutLineEnds(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  private Optional<String> emulated(Ask ask, boolean number) {
    var emulate = target.text("reach.emulate");
    if (emulate.isEmpty()) {
      return ask.refuse("this target is not emulated", "use ${env:NAME} or ${file:path}");
    }
    List<String> known = references.emulatedNames(emulate.get(), !number);
    if (known.contains(ask.name())) {
      return Optional.of(
          number ? String.valueOf(values.port(ask.name())) : values.secret(ask.name()));
    }
    if (references.emulated().contains(emulate.get())) {
      var what = number ? "services" : "secrets";
      ask.problems()
          .add(
              ask.reference().at(),
              "%s: %s: %s has no such %s"
                  .formatted(
                      ask.path(),
                      ask.reference().text(),
                      emulate.get(),
                      number ? "service" : "secret"),
              () -> Spelling.hint(ask.name(), known, "its " + what));
    }
    return Optional.empty();
  }
}
