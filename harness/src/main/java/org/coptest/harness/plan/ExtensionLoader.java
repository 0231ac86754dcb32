package org.coptest.harness.plan;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.RunInfo;
import org.coptest.spi.Probe;
import org.coptest.spi.Rule;

/** Finds probes and rules on the class path and in plug-in jars, each jar behind its own loader. */
public final class ExtensionLoader {

  /** A plug-in jar that cannot be used; its message says which and why. */
  public static final class BrokenPluginException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenPluginException(Path jar, Throwable reason) {
      super(
          "plug-in %s cannot be loaded: %s; remove it or mend it".formatted(jar, words(reason)),
          reason);
    }

    private static String words(Throwable reason) {
      var cause = reason.getCause();
      return cause == null ? reason.toString() : reason + " (" + cause + ")";
    }
  }

  private final List<Probe<?>> probes = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<RunInfo.Plugin> plugins = new ArrayList<>();

  /**
   * Loads what is on the class path and in the jars of this folder.
   *
   * @throws BrokenPluginException for the first jar that cannot be used
   */
  public Extensions load(ClassLoader tool, Path folder) throws BrokenPluginException {
    collect(tool);
    for (var jar : jars(folder)) {
      try {
        plug(jar, tool);
      } catch (IOException | ServiceConfigurationError | LinkageError | RuntimeException broken) {
        throw new BrokenPluginException(jar, broken);
      }
    }
    return Extensions.of(probes, rules, plugins);
  }

  private void plug(Path jar, ClassLoader tool) throws IOException {
    var before = probes.size() + rules.size();
    try (var file = new java.util.jar.JarFile(jar.toFile())) {
      // Opening it reads its directory: a file that is no jar fails here, and not half-way.
      file.size();
    }
    var urls = new URL[] {jar.toUri().toURL()};
    collect(new URLClassLoader(jar.getFileName().toString(), urls, new SpiOnly(tool)));
    if (probes.size() + rules.size() == before) {
      throw new IOException("it offers neither a probe nor a rule under META-INF/services");
    }
    plugins.add(new RunInfo.Plugin(jar.getFileName().toString(), Digests.sha256(jar)));
  }

  @SuppressWarnings("rawtypes") // ServiceLoader knows no type arguments
  private void collect(ClassLoader loader) {
    for (Probe probe : ServiceLoader.load(Probe.class, loader)) {
      probes.add((Probe<?>) probe);
    }
    ServiceLoader.load(Rule.class, loader).forEach(rules::add);
  }

  private static List<Path> jars(Path folder) throws BrokenPluginException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      throw new BrokenPluginException(folder, unreadable);
    }
  }
}
