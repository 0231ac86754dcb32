package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.EventLog.LogTail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainScanTest {
  private static final int LINES = 5;

  @TempDir Path folder;
  private Path file;
  private String head = "";
  private byte[] intact = {};

  @BeforeEach
  void writesALog() throws IOException {
    file = folder.resolve("events.jsonl");
    try (var log = new EventLog(LogSink.appendTo(file), Clock.systemUTC(), LogTail.empty())) {
      for (int i = 1; i <= LINES; i++) {
        log.append(
            EventKind.NOTE,
            "cam-01",
            "{\"note\":\"J%d*\"}".formatted(i).getBytes(StandardCharsets.UTF_8));
      }
      head = log.head();
    }
    intact = Files.readAllBytes(file);
  }

  @Test
  void vouchesForWhatTheLogWrote() throws IOException {
    var seen = new ArrayList<Event>();

    var chain = ChainScan.scan(file, Optional.of(head), seen::add);

    assertThat(chain.intact()).isTrue();
    assertThat(chain.head()).isEqualTo(head);
    assertThat(seen).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(seen.get(0).prev()).isEqualTo("0".repeat(64));
    assertThat(seen.get(0).target()).isEqualTo("cam-01");
  }

  @Test
  void chainsEachLineToTheHashOfTheLineBeforeWithoutItsLf() throws IOException {
    var lines = Files.readAllLines(file);

    assertThat(lines.get(1))
        .contains("\"prev\":\"" + Sha256.hex(lines.get(0).getBytes(StandardCharsets.UTF_8)) + '"');
  }

  @Test
  void findsEveryFlippedBitAndNamesItsLine() throws IOException {
    for (int at = 0; at < intact.length; at++) {
      // Two bits of each byte, another pair each time: all eight would take ten seconds.
      for (int bit : new int[] {at % 8, (at + 3) % 8}) {
        var altered = intact.clone();
        altered[at] ^= (byte) (1 << bit);
        Files.write(file, altered);
        assertThat(brokenLine(Optional.of(head)))
            .as("byte %d bit %d", at, bit)
            .contains(lineOf(at));
      }
    }
  }

  @Test
  void handsOnNothingFromTheBrokenLineOn() throws IOException {
    var altered = intact.clone();
    altered[new String(intact, StandardCharsets.UTF_8).indexOf("J3")] = 'X';
    Files.write(file, altered);
    var seen = new ArrayList<Event>();

    ChainScan.scan(file, Optional.empty(), seen::add);

    assertThat(seen).extracting(Event::seq).containsExactly(1L, 2L);
  }

  @Test
  void findsARemovedAndAnAddedLine() throws IOException {
    var lines = Files.readAllLines(file);
    var removed = new ArrayList<>(lines);
    removed.remove(2);
    Files.write(file, removed);
    assertThat(brokenLine(Optional.empty())).contains(3L);

    var added = new ArrayList<>(lines);
    added.add(2, lines.get(1));
    Files.write(file, added);
    assertThat(brokenLine(Optional.empty())).contains(3L);
  }

  @Test
  void findsLinesCutOffTheEndWhenTheHeadIsKnown() throws IOException {
    Files.write(file, Files.readAllLines(file).subList(0, 3));

    assertThat(brokenLine(Optional.empty())).isEmpty();
    assertThat(brokenLine(Optional.of(head))).contains(3L);
  }

  @Test
  void takesAnUnfinishedLastLineForATornOneWhereverItWasCut() throws IOException {
    var start = new String(intact, StandardCharsets.UTF_8).lastIndexOf("{\"seq\":5");
    for (int end = start + 1; end < intact.length - 1; end++) {
      Files.write(file, Arrays.copyOf(intact, end));
      var chain = ChainScan.scan(file, Optional.empty(), event -> {});
      assertThat(chain.intact()).as("cut at %d", end).isTrue();
      assertThat(chain.events()).isEqualTo(4);
      assertThat(chain.tail()).hasSize(1);
    }
  }

  @Test
  void acceptsALastLineThatLacksNothingButItsLf() throws IOException {
    Files.write(file, Arrays.copyOf(intact, intact.length - 1));

    var chain = ChainScan.scan(file, Optional.of(head), event -> {});

    assertThat(chain.events()).isEqualTo(LINES);
    assertThat(chain.tail()).isEmpty();
  }

  @Test
  void doesNotKeepAFileOfGarbageInMemory() throws IOException {
    Files.write(file, List.of("x\n".repeat(100_000)));

    assertThat(brokenLine(Optional.empty())).contains(1L);
  }

  private Optional<Long> brokenLine(Optional<String> expected) throws IOException {
    return ChainScan.scan(file, expected, event -> {}).broken().map(ChainCheck.Break::line);
  }

  private long lineOf(int at) {
    long line = 1;
    for (int i = 0; i < at; i++) {
      line += intact[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
