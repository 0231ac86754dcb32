package org.coptest.harness.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.ChainCheck.Break;
import org.coptest.harness.record.EventLog.LogTail;

/** Opens campaigns: a new one, or a stopped one whose finished work still stands. */
final class CampaignOpening {
  private CampaignOpening() {}

  static Campaign create(
      CampaignFolder folder, CampaignHeader header, ObservationTypes types, Clock clock) {
    try {
      makeFolders(folder);
      var lock = CampaignLock.on(folder.lock()).orElseThrow(() -> taken(folder));
      try {
        return begun(folder, header, types, clock, lock);
      } catch (RuntimeException | IOException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw fault(folder, failed);
    }
  }

  private static void makeFolders(CampaignFolder folder) throws IOException {
    Files.createDirectories(folder.observations());
    Files.createDirectories(folder.evidence());
  }

  private static Campaign begun(
      CampaignFolder folder,
      CampaignHeader header,
      ObservationTypes types,
      Clock clock,
      CampaignLock lock)
      throws IOException {
    if (Files.exists(folder.events())) {
      throw taken(folder);
    }
    var log = new EventLog(LogSink.appendTo(folder.events()), clock, LogTail.empty());
    var span = log.append(EventKind.CAMPAIGN, "", RecordJson.bytes(header));
    log.sync();
    var index = new EventIndex();
    index.add(EventKind.CAMPAIGN, "", span);
    var chain = new ChainCheck(1, log.head(), Optional.empty(), List.of(), List.of());
    return campaign(folder, header, types, clock, lock, log, index, chain);
  }

  private static FileAlreadyExistsException taken(CampaignFolder folder) {
    return new FileAlreadyExistsException(
        folder.root().toString(), null, "a campaign is there already; resume it");
  }

  private static RecordFaultException fault(CampaignFolder folder, IOException failed) {
    return new RecordFaultException(
        "no campaign can be kept in %s (%s); choose another folder with --out"
            .formatted(folder.root(), failed.getMessage()),
        failed);
  }

  static Campaign resume(
      CampaignFolder folder, CampaignHeader now, ObservationTypes types, Clock clock)
      throws ResumeRefusedException {
    if (!Files.isRegularFile(folder.events())) {
      throw new ResumeRefusedException(List.of("there is no events.jsonl in " + folder.root()));
    }
    try {
      var lock =
          CampaignLock.on(folder.lock())
              .orElseThrow(
                  () -> new ResumeRefusedException(List.of("another process is writing it")));
      try {
        return continued(folder, now, types, clock, lock);
      } catch (ResumeRefusedException | RuntimeException | IOException refused) {
        lock.close();
        throw refused;
      }
    } catch (IOException failed) {
      throw fault(folder, failed);
    }
  }

  private static Campaign continued(
      CampaignFolder folder,
      CampaignHeader now,
      ObservationTypes types,
      Clock clock,
      CampaignLock lock)
      throws ResumeRefusedException, IOException {
    var index = new EventIndex();
    var chain = CampaignReader.stream(folder, index::accept);
    var header = standing(folder, now, types, index, chain);
    makeFolders(folder);
    var log = reopened(folder, clock, chain);
    var resumed = new Resumed(now.operator(), chain.tail());
    var span =
        log.append(
            endsWithLf(folder) ? "" : "\n", EventKind.RESUMED, "", RecordJson.bytes(resumed));
    log.sync();
    index.add(EventKind.RESUMED, "", span);
    return campaign(folder, header, types, clock, lock, log, index, chain);
  }

  /** The header of the campaign, if nothing speaks against going on. */
  private static CampaignHeader standing(
      CampaignFolder folder,
      CampaignHeader now,
      ObservationTypes types,
      EventIndex index,
      ChainCheck chain)
      throws ResumeRefusedException {
    if (chain.broken().isPresent()) {
      throw new ResumeRefusedException(List.of(described(chain.broken().get())));
    }
    try (var past = CampaignReader.opened(folder, types, index, chain)) {
      var header =
          past.header()
              .orElseThrow(() -> new ResumeRefusedException(List.of("it stopped before it began")));
      var changes = header.changesTo(now);
      if (!changes.isEmpty()) {
        throw new ResumeRefusedException(changes);
      }
      return header;
    }
  }

  private static String described(Break broken) {
    return "events.jsonl is broken at line %d: %s".formatted(broken.line(), broken.why());
  }

  private static EventLog reopened(CampaignFolder folder, Clock clock, ChainCheck chain)
      throws IOException {
    var tail = new LogTail(chain.events(), Files.size(folder.events()), chain.head());
    return new EventLog(LogSink.appendTo(folder.events()), clock, tail);
  }

  private static boolean endsWithLf(CampaignFolder folder) throws IOException {
    try (var file = new RandomAccessFile(folder.events().toFile(), "r")) {
      file.seek(file.length() - 1);
      return file.read() == '\n';
    }
  }

  private static Campaign campaign(
      CampaignFolder folder,
      CampaignHeader header,
      ObservationTypes types,
      Clock clock,
      CampaignLock lock,
      EventLog log,
      EventIndex index,
      ChainCheck chain) {
    var parts =
        new CampaignParts(
            lock,
            log,
            index,
            CampaignReader.opened(folder, types, index, chain),
            new ObservationStore(folder, types),
            new EvidenceStore(
                folder, Math.max(index.lastEvidence(), FileNumbers.highest(folder.evidence()))));
    return new Campaign(folder, header, clock, parts);
  }
}
