package org.coptest.harness.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.coptest.harness.yaml.ConfigurationProblemsException;
import org.coptest.spi.LabCredentials.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void readsPairsInTheOrderOfTheFile() throws IOException {
    var list = CredentialFile.read(file("user,password\nadmin,\"a,\"\"b\"\n,only\r\nroot,\n"));

    assertThat(list.entries())
        .containsExactly(
            new Entry(2, "any", "admin", "a,\"b"),
            new Entry(3, "any", "", "only"),
            new Entry(4, "any", "root", ""));
    assertThat(list.about().orElseThrow().count()).isEqualTo(3);
    assertThat(list.about().orElseThrow().sha256()).hasSize(64);
  }

  @Test
  void readsPairsForOneProtocol() throws IOException {
    assertThat(CredentialFile.read(file("protocol,user,password\nSNMP,,plant\n")).entries())
        .containsExactly(new Entry(2, "snmp", "", "plant"));
  }

  @Test
  void tellsAllProblemsAtOnceAndShowsNoValue() {
    assertThatThrownBy(
            () -> read("protocol,user,password\nssh,root\ngopher,root,secret\nssh,\"root,secret\n"))
        .isInstanceOf(ConfigurationProblemsException.class)
        .hasMessageContaining("list.csv:2:1")
        .hasMessageContaining("has 2 fields, expected 3")
        .hasMessageContaining("list.csv:3:1")
        .hasMessageContaining("coap-psk, ftp, http")
        .hasMessageContaining("list.csv:4:1")
        .hasMessageNotContainingAny("secret");
  }

  @Test
  void refusesAnotherHeadingAndAnEmptyList() {
    assertThatThrownBy(() -> read("root,secret\n")).hasMessageContaining("user,password");
    assertThatThrownBy(() -> read("")).hasMessageContaining("heading");
    assertThatThrownBy(() -> read("user,password\n")).hasMessageContaining("has no entries");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    var file = folder.resolve("list.csv");
    Files.write(file, "user,password\nadmin,p\u00e4ss\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CredentialFile.read(file)).hasMessageContaining("is not UTF-8");
  }

  @Test
  void refusesTooManyEntriesAndAHugeFileAtOnce() throws IOException {
    var many = new StringBuilder("user,password\n");
    IntStream.range(0, 100_001).forEach(i -> many.append("u,").append(i).append('\n'));
    assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("100000 entries");

    var huge = folder.resolve("huge.csv");
    try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(200L << 20);
    }
    assertThatThrownBy(() -> CredentialFile.read(huge)).hasMessageContaining("larger than 16 MiB");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> CredentialFile.read(folder.resolve("none.csv")))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void survivesAnyBytes() throws IOException {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      var text = "user,password\n" + new String(bytes, StandardCharsets.ISO_8859_1);
      try {
        assertThat(CredentialFile.read(file(text)).entries()).isNotEmpty();
      } catch (ConfigurationProblemsException told) {
        assertThat(told).hasMessageContaining("list.csv:");
      }
    }
  }

  private void read(String text) throws IOException {
    CredentialFile.read(file(text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("list.csv"), text);
  }
}
