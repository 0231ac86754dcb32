package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -pl harness -am -Dcoptest.regenerate=true} writes the schema anew. */
class TargetsSchemaTest {
  private static final Path COMMITTED = Path.of("..", "docs", "targets.schema.json");

  @Test
  void theCommittedSchemaIsTheOneOfTheRecords() throws IOException {
    if (Boolean.getBoolean("coptest.regenerate")) {
      Files.writeString(COMMITTED, TargetsSchema.json());
    }

    assertThat(Files.readString(COMMITTED))
        .as("docs/targets.schema.json; regenerate it with -Dcoptest.regenerate=true")
        .isEqualTo(TargetsSchema.json());
  }

  @Test
  void describesEveryKey() {
    assertThat(TargetsSchema.json())
        .contains("\"description\" : \"stable id of the device\"")
        .contains("\"private-ca\"")
        .contains("\"N/A\"");
  }
}
