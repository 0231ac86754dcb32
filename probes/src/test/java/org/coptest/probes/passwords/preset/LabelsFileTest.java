package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsFileTest {

  private static LabelsFile read(byte[] bytes) throws Exception {
    return LabelsFile.read(new ByteArrayInputStream(bytes), "labels.csv");
  }

  private static LabelsFile read(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of so many lines that is never held as a whole. */
  private static InputStream endless(IntFunction<String> line, int lines) {
    return new InputStream() {
      private ByteArrayInputStream now = new ByteArrayInputStream(new byte[0]);
      private int next;

      @Override
      public int read() {
        int read = now.read();
        while (read < 0 && next < lines) {
          now = new ByteArrayInputStream(line.apply(next++).getBytes(StandardCharsets.UTF_8));
          read = now.read();
        }
        return read;
      }
    };
  }

  @Test
  void readsTheTwoColumnsWhereverTheyStand() throws Exception {
    var file =
        read(
            "\ufeffDate,Password,Serial\r\n2024,\"a,\"\"b\",EX-1\r\n\r\n2024, c ,EX-2\n2025,d,EX-3");

    assertThat(file.labels())
        .containsExactly(
            new ProductionLabel("EX-1", "a,\"b"),
            new ProductionLabel("EX-2", " c "),
            new ProductionLabel("EX-3", "d"));
    assertThat(file.sha256()).hasSize(64);
    assertThat(file.toString()).doesNotContain("a,\"b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " | labels.csv:1: the file is empty",
        "serial;password\n | labels.csv:1: expected a first line with the columns serial and pass",
        "serial,password\nEX-1\n | labels.csv:2: found 1 fields, expected 2",
        "serial,password\nEX-1,\n | labels.csv:2: the serial or the password is empty",
        "serial,password\nEX-1,\"abc\n | labels.csv:2: a quoted field does not end on this line",
        "serial,password\nEX-1,a\n\nEX-1,b\n | labels.csv:4: the serial stands in an earlier line",
        "serial,password\nEX-1,a\u0000b\n | labels.csv:2: the line holds a control character",
      })
  void namesFileLineAndReason(String contentAndMessage) {
    var parts = contentAndMessage.split(" \\| ", 2);

    assertThatThrownBy(() -> read(parts[0].isBlank() ? "" : parts[0]))
        .isInstanceOf(LabelsUnreadableException.class)
        .hasMessageStartingWith(parts[1]);
  }

  @Test
  void refusesBytesThatAreNoText() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("serial,password\nEX-1,abc\nEX-2,".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xc3, 0x28});

    assertThatThrownBy(() -> read(bytes.toByteArray()))
        .isInstanceOf(LabelsUnreadableException.class)
        .hasMessage("labels.csv:3: the line is not UTF-8");
  }

  @Test
  void refusesTenMillionLinesWithoutHoldingThem() {
    var lines =
        endless(i -> i == 0 ? "serial,password\n" : "%08d,abcdef\n".formatted(i), 10_000_000);

    assertThatThrownBy(() -> LabelsFile.read(lines, "labels.csv"))
        .isInstanceOf(LabelsUnreadableException.class)
        .hasMessage("labels.csv:100002: more than 100,000 labels; give a sample of them");
  }

  @Test
  void refusesALineWithoutAnEnd() {
    var line = endless(i -> i == 0 ? "serial,password\n" : "x".repeat(1 << 16), 1_000_000);

    assertThatThrownBy(() -> LabelsFile.read(line, "labels.csv"))
        .isInstanceOf(LabelsUnreadableException.class)
        .hasMessage("labels.csv:2: the line is longer than 1,024 bytes");
  }

  @Test
  void whateverTheBytesAreItReadsOrSaysWhere() throws Exception {
    var random = new Random(20_26);
    for (int round = 0; round < 3_000; round++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        // Mostly what the format is made of, so that the later steps are reached.
        bytes[i] = random.nextInt(8) == 0 ? bytes[i] : (byte) ",\"\n\rabc1".charAt(bytes[i] & 7);
      }
      var head = "serial,password\n".getBytes(StandardCharsets.UTF_8);
      var all = new ByteArrayOutputStream();
      all.writeBytes(random.nextInt(4) == 0 ? new byte[0] : head);
      all.writeBytes(bytes);
      try {
        assertThat(read(all.toByteArray()).labels()).noneMatch(one -> one.password().isEmpty());
      } catch (LabelsUnreadableException refused) {
        assertThat(refused.getMessage()).matches("labels\\.csv:\\d+: .+");
        assertThat(refused.reasonCode()).isEqualTo(Cause.UNSUPPORTED_FORMAT);
      }
    }
  }

  @Test
  void aRelativePathStartsAtTheDeclaration(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("labels.csv"), "serial,password\nEX-1,abc\n");
    var declaration = folder.resolve("targets.yaml").toString();

    assertThat(LabelsFile.beside(declaration, "labels.csv").labels()).hasSize(1);
    assertThatThrownBy(() -> LabelsFile.beside(declaration, "none.csv"))
        .hasMessage("none.csv: no such file; put it beside the declaration");
    assertThatThrownBy(() -> LabelsFile.beside(declaration, "."))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> LabelsFile.beside(declaration, "a\u0000b"))
        .isInstanceOf(LabelsUnreadableException.class)
        .hasMessageContaining("not a path");
  }
}
