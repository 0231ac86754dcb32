package org.coptest.testng;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import org.testng.annotations.Test;

/** Finds the TestNG classes in jars of a lab. */
final class SuiteJars {
  private static final String CLASS = ".class";

  private SuiteJars() {}

  /**
   * The classes with test methods, in the order of their names.
   *
   * @throws IOException when a jar cannot be read or holds no such class
   */
  static List<Class<?>> classes(List<Path> jars) throws IOException {
    var found = new ArrayList<Class<?>>();
    for (var jar : jars) {
      var before = found.size();
      var urls = new URL[] {jar.toUri().toURL()};
      var loader = new URLClassLoader(jar.toString(), urls, SuiteJars.class.getClassLoader());
      for (var name : names(jar)) {
        load(jar, loader, name).filter(SuiteJars::hasTests).ifPresent(found::add);
      }
      if (found.size() == before) {
        throw new IOException(jar + " holds no class with @Test methods of TestNG");
      }
    }
    return found;
  }

  private static List<String> names(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  private static java.util.Optional<Class<?>> load(Path jar, ClassLoader loader, String name)
      throws IOException {
    try {
      return java.util.Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError broken) {
      throw new IOException("%s: class %s cannot be loaded: %s".formatted(jar, name, broken));
    }
  }

  private static boolean hasTests(Class<?> type) {
    return type.isAnnotationPresent(Test.class)
        || Arrays.stream(type.getMethods()).anyMatch(m -> m.isAnnotationPresent(Test.class));
  }
}
