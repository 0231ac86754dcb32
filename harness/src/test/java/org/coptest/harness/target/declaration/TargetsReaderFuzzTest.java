package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.coptest.harness.yaml.ConfigurationProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TargetsReaderFuzzTest {
  private static final int ROUNDS = 2_000;
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ": ",
    "\n",
    "- ",
    "&a ",
    "*a",
    "!!int ",
    "'",
    "\"",
    "|",
    ">",
    "%",
    "null",
    "~",
    "\t",
    "\u0000",
    "\ufeff",
    "\ud83d\ude00",
    "${env:",
    "${file:..}",
    "9999999999999",
    "---\n",
    "...\n",
    "? ",
    "#",
    "0x1F",
    ".inf",
    "-",
    "  ",
    "5.3-7",
    "id",
    "true",
    "ixit",
    "\r",
    "\u0085"
  };

  @TempDir private Path path = Path.of("");

  /** Returns normally or with problems; whatever else is thrown fails the test. */
  private boolean reads(byte[] content) throws IOException {
    var file = Files.write(path.resolve("t.yaml"), content);
    try {
      TargetsReader.read(file, DeclarationFolder.REFERENCES);
      return true;
    } catch (ConfigurationProblemsException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(e).hasMessageContaining("nothing was sent to any device");
      return false;
    }
  }

  /** Time of this thread, so that other work on the machine does not count. */
  private boolean readsInTime(byte[] content) throws IOException {
    var clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    boolean read = reads(content);
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(LIMIT);
    return read;
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void mutatedFilesAreReadOrRefusedAndNothingElse() throws IOException {
    var good = AddingATargetDocumentTest.fullExample();
    assertThat(reads(good.getBytes(StandardCharsets.UTF_8))).isTrue();
    var random = new Random(20_261_122);

    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      refused += readsInTime(mutated(good, random)) ? 0 : 1;
    }

    assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
  }

  private static byte[] mutated(String good, Random random) {
    var text = new StringBuilder(good);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> text.insert(from, text.substring(from, to).repeat(random.nextInt(20)));
        default -> text.setCharAt(from, (char) random.nextInt(0x250));
      }
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
