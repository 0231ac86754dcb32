package org.coptest.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RecordedCampaign;
import org.coptest.harness.report.ExitCode;

/** Finds campaigns on the disk. */
final class CampaignFolders {
  private CampaignFolders() {}

  /**
   * A folder that holds a campaign.
   *
   * @throws UsageException when it does not
   */
  static CampaignFolder existing(Path folder) {
    var campaign = new CampaignFolder(folder);
    if (!Files.isRegularFile(campaign.events())) {
      throw new UsageException(
          "%s is no campaign folder: it has no events.jsonl; runs are kept below campaigns/"
              .formatted(folder));
    }
    return campaign;
  }

  /**
   * Nothing is written beside a record whose chain is broken: what is there is the evidence of it.
   *
   * @throws UsageException naming the line
   */
  static void requireIntact(RecordedCampaign recorded) {
    recorded
        .chain()
        .broken()
        .ifPresent(broken -> {
          throw new UsageException(
              ExitCode.EVIDENCE_BROKEN,
              "the record is broken at line %d of events.jsonl: %s"
                  .formatted(broken.line(), broken.why()));
        });
  }
}
