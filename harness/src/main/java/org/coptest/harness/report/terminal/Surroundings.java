package org.coptest.harness.report.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a process finds around itself.
 *
 * @param environment its environment
 * @param outIsTerminal whether a person sees standard output as it comes
 * @param errIsTerminal the same of standard error
 * @param columns width of the terminal, if there is one
 */
public record Surroundings(
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Optional<Integer> columns) {
  private static final Pattern SIZE = Pattern.compile("\\d{1,4} (\\d{1,4})\\s*");
  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console)");

  /** Those of this process. */
  public static Surroundings here() {
    var out = isTerminal(1);
    var err = isTerminal(2);
    return new Surroundings(
        System.getenv(), out, err, out || err ? columnsHere() : Optional.empty());
  }

  /** Java tells only of both streams at once, so the links of the process are looked at first. */
  private static boolean isTerminal(int descriptor) {
    var link = Path.of("/proc/self/fd/" + descriptor);
    try {
      return TERMINAL.matcher(Files.readSymbolicLink(link).toString()).matches();
    } catch (IOException | UnsupportedOperationException notLinux) {
      return System.console() != null && isTerminal(System.getenv());
    }
  }

  private static boolean isTerminal(Map<String, String> environment) {
    return environment.containsKey("TERM") && !environment.containsKey("CI");
  }

  private static Optional<Integer> columnsHere() {
    try {
      var stty = new ProcessBuilder("stty", "size");
      stty.redirectInput(new File("/dev/tty")).redirectError(ProcessBuilder.Redirect.DISCARD);
      var process = stty.start();
      if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      var size =
          SIZE.matcher(
              new String(
                  process.getInputStream().readNBytes(32),
                  java.nio.charset.StandardCharsets.US_ASCII));
      return size.matches() ? Optional.of(Integer.valueOf(size.group(1))) : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  boolean isCi() {
    return environment.getOrDefault("CI", "").equalsIgnoreCase("true");
  }

  boolean isDumb() {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** An empty value asks for nothing. */
  boolean forbidsColour() {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  boolean isUtf8() {
    for (var name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      var value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        var locale = value.toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8");
      }
    }
    return false;
  }
}
