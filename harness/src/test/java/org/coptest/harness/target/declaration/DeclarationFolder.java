package org.coptest.harness.target.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coptest.harness.yaml.ConfigurationProblemsException;

/** A folder in which tests write declarations and read them back on a fixed day. */
record DeclarationFolder(Path path) {
  static final References REFERENCES =
      new References(
          List.of(new FakeCamera()),
          Set.of("4-1", "5.1-1", "5.3-7", "5.3-14", "5.5-1"),
          Map.of("CAM_PASSWORD", "hunter2", "CAM_01_HOST", "192.168.1.20", "EMPTY", ""),
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

  Path write(String name, String content) {
    try {
      var file = path.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DeclaredTargets read(String content) {
    return TargetsReader.read(write("t.yaml", content), REFERENCES);
  }

  /** The printed problems with the folder left out of the file names, or "accepted". */
  String problems(String content) {
    try {
      read(content);
      return "accepted";
    } catch (ConfigurationProblemsException e) {
      return String.valueOf(e.getMessage()).replace(path + "/", "");
    }
  }
}
