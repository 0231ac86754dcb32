package org.coptest.harness.record;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.coptest.harness.record.EventPayloads.EvidenceEntry;
import org.coptest.harness.record.EventPayloads.ProbeEnd;

/** Opens the record of a campaign for reading; changes nothing. */
public final class CampaignReader {
  private CampaignReader() {}

  /**
   * Follows the chain and notes where everything lies.
   *
   * @throws RecordFaultException when there is no log or it cannot be read
   */
  public static RecordedCampaign read(CampaignFolder folder, ObservationTypes types) {
    var index = new EventIndex();
    var chain = stream(folder, index::accept);
    return opened(folder, types, index, chain);
  }

  static RecordedCampaign opened(
      CampaignFolder folder, ObservationTypes types, EventIndex index, ChainCheck chain) {
    try {
      return new RecordedCampaign(
          new LineFile(folder.events()), index, new ObservationStore(folder, types), chain);
    } catch (IOException failed) {
      throw unreadable(folder, failed);
    }
  }

  /**
   * Hands on each event that the chain vouches for, in order.
   *
   * @throws RecordFaultException when there is no log or it cannot be read
   */
  public static ChainCheck stream(CampaignFolder folder, Consumer<Event> events) {
    try {
      return ChainScan.scan(folder.events(), headInRunJson(folder), events);
    } catch (IOException failed) {
      throw unreadable(folder, failed);
    }
  }

  /** Names every file that the log vouches for, with its digest: evidence and observations. */
  public static ChainCheck files(CampaignFolder folder, Consumer<EvidenceFile> files) {
    return stream(folder, event -> fileOf(event).ifPresent(files));
  }

  private static Optional<EvidenceFile> fileOf(Event event) {
    if (event.is(EventKind.EVIDENCE)) {
      var entry = event.payload(EvidenceEntry.class);
      return Optional.of(new EvidenceFile(entry.path(), entry.sha256()));
    }
    return event.is(EventKind.PROBE_FINISHED)
        ? event
            .payload(ProbeEnd.class)
            .observation()
            .map(file -> new EvidenceFile(file.path(), file.sha256()))
        : Optional.empty();
  }

  private static Optional<String> headInRunJson(CampaignFolder folder) {
    return folder.runJson().toFile().isFile()
        ? RunJson.info(folder.runJson()).logHead()
        : Optional.empty();
  }

  private static RecordFaultException unreadable(CampaignFolder folder, IOException failed) {
    return new RecordFaultException(
        "no campaign can be read from %s (%s)".formatted(folder.root(), failed.getMessage()),
        failed);
  }
}
