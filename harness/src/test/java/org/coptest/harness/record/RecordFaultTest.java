package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.coptest.harness.record.EventLog.LogTail;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFaultTest {
  @TempDir Path temp;

  /** A disk that takes so many bytes and no more. */
  private static final class FullDisk implements LogSink {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int room;

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
      int fits = Math.min(room, length);
      taken.write(bytes, 0, fits);
      room -= fits;
      if (fits < length) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
  }

  @Test
  void keepsEverythingWrittenBeforeTheDiskWasFull() throws IOException {
    var disk = new FullDisk(1000);
    var log = new EventLog(disk, Clock.systemUTC(), LogTail.empty());
    var payload = RecordJson.bytes(Map.of("note", "x"));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                log.append(EventKind.NOTE, "", payload);
              }
            })
        .isInstanceOf(RecordFaultException.class)
        .hasMessageContaining("No space left")
        .hasMessageContaining("--resume");
    disk.room = 10_000;
    assertThatThrownBy(() -> log.append(EventKind.NOTE, "", payload))
        .isInstanceOf(RecordFaultException.class);
    log.close();

    var file = temp.resolve("events.jsonl");
    Files.write(file, disk.taken.toByteArray());
    var chain = ChainScan.scan(file, Optional.empty(), event -> {});
    assertThat(chain.intact()).isTrue();
    assertThat(chain.events()).isGreaterThan(3);
    assertThat(chain.tail()).hasSize(1);
  }

  @Test
  void noticesThatTheFolderWasDeleted() throws IOException {
    var folder = new CampaignFolder(temp.resolve("gone"));
    try (var campaign = Campaign.create(folder, Samples.header(), Samples.types())) {
      campaign.deviceStarted("cam-01", Map.of());
      delete(folder.root());

      assertThatThrownBy(() -> campaign.evidence("cam-01", 'T', "x", new byte[1]))
          .isInstanceOf(RecordFaultException.class);
      assertThatThrownBy(() -> campaign.probeFinished("cam-01", Samples.observed("x")))
          .isInstanceOf(RecordFaultException.class);
      Awaitility.await()
          .untilAsserted(() ->
              assertThatThrownBy(
                      () -> campaign.caseJudged("cam-01", Samples.judged("c", Verdict.PASS)))
                  .isInstanceOf(RecordFaultException.class));
    }
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    var file = Files.writeString(temp.resolve("file"), "");
    var folder = new CampaignFolder(file.resolve("campaign"));

    assertThatThrownBy(() -> Campaign.create(folder, Samples.header(), Samples.types()))
        .isInstanceOf(RecordFaultException.class)
        .hasMessageContaining("--out");
  }

  @Test
  void staysWritableForOthersWhenOneThreadIsInterrupted() {
    var folder = new CampaignFolder(temp.resolve("interrupted"));
    try (var campaign = Campaign.create(folder, Samples.header(), Samples.types())) {
      Thread.currentThread().interrupt();
      campaign.probeFinished("cam-01", Samples.observed("x"));
      campaign.evidence("cam-01", 'T', "x", new byte[1]);
      campaign.caseJudged("cam-01", Samples.judged("c", Verdict.PASS));

      assertThat(campaign.outcomes("cam-01")).hasSize(1);
      assertThat(Thread.interrupted()).isTrue();
      campaign.caseJudged("cam-01", Samples.judged("d", Verdict.PASS));
    }
  }

  @Test
  void writesNothingAfterItWasClosed() {
    var folder = new CampaignFolder(temp.resolve("closed"));
    var campaign = Campaign.create(folder, Samples.header(), Samples.types());
    campaign.close();
    campaign.close();

    assertThatThrownBy(() -> campaign.note("cam-01", "late", Map.of()))
        .isInstanceOf(RecordFaultException.class)
        .hasMessageContaining("closed");
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
