package org.coptest.dist.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.coptest.dist.fixture.SmallHome;

/**
 * A source of the product; methods are told by the indentation that the formatter gives.
 *
 * @param name relative to the checkout
 */
record SourceFile(String name, Path path, List<String> lines) {

  private static final Pattern METHOD =
      Pattern.compile(
          "( {2}| {4})(?!return |throw |new |else |case |if |for |while |switch |try )"
              + "(?!.*\\b(record|class|interface|enum)\\b)"
              + "[\\w@<].*\\(.*|.*->\\s*\\{$");
  private static final List<String> MODULES =
      List.of("spi", "probes", "harness", "emulators", "testng");

  /** A method with its place and its length in lines. */
  record Method(String place, int lines) {}

  /** All sources below this folder of every module. */
  static List<SourceFile> all(String folder) {
    var found = new ArrayList<SourceFile>();
    for (var module : MODULES) {
      try (var files = Files.walk(SmallHome.checkout().resolve(module).resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(f -> found.add(read(f)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return found;
  }

  private static SourceFile read(Path file) {
    try {
      var name = SmallHome.checkout().relativize(file).toString();
      return new SourceFile(name, file, Files.readAllLines(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Text of a file in the same folder; empty when there is none. */
  String sibling(String other) {
    var file = path.resolveSibling(other);
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Its methods, each from its head to the brace that ends it. */
  List<Method> methods() {
    var methods = new ArrayList<Method>();
    for (int from = 0; from < lines.size(); from++) {
      int to = end(from);
      if (to > from) {
        methods.add(new Method(name + ":" + (from + 1), to - from + 1));
      }
    }
    return methods;
  }

  private int end(int from) {
    var line = lines.get(from);
    var indent = line.substring(0, line.length() - line.stripLeading().length());
    if (indent.length() < 2 || indent.length() > 4 || !METHOD.matcher(line).matches()) {
      return from;
    }
    for (int at = from + 1; at < lines.size(); at++) {
      if (lines.get(at).equals(indent + "}")) {
        return at;
      } else if (lines.get(at).matches(indent + "[\\w@/}].*")) {
        return from;
      }
    }
    return from;
  }

  /** Whether the first type, if it is public, has Javadoc. */
  boolean publicTypeIsDocumented() {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).matches("public .*(class|interface|record|enum|@interface) .*")) {
        return lines.subList(0, at).stream().anyMatch(line -> line.startsWith("/**"));
      }
    }
    return true;
  }
}
