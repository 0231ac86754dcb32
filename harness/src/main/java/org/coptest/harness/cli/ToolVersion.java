package org.coptest.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.coptest.harness.record.RunInfo;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build. */
final class ToolVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  /** Name, version and commit in one line. */
  static String line() {
    var tool = tool(List.of(), Optional.empty());
    return "coptest " + tool.version() + " (" + tool.commit() + ")";
  }

  static RunInfo.Tool tool(List<RunInfo.Plugin> plugins, Optional<String> selftest) {
    var facts = facts();
    return new RunInfo.Tool(
        facts.getProperty("version", "unknown"),
        facts.getProperty("commit", "unknown"),
        plugins,
        selftest);
  }

  private static Properties facts() {
    var facts = new Properties();
    try (InputStream in =
        ToolVersion.class.getResourceAsStream("/org/coptest/harness/build.properties")) {
      if (in != null) {
        facts.load(in);
      }
    } catch (IOException unreadable) {
      // An unknown version is shown as unknown; it must not keep anybody from testing.
      facts.clear();
    }
    return facts;
  }
}
