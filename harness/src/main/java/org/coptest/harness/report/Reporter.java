package org.coptest.harness.report;

import java.io.IOException;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;

/** Writes one view of the run model; it decides nothing and may be run again at any time. */
public interface Reporter {

  /** What people call the view, such as {@code JUnit XML}. */
  String name();

  /**
   * Writes or replaces the view in the campaign folder.
   *
   * @throws IOException when it cannot be written; the run model is not touched
   */
  void write(RunDocument run, Catalogue catalogue, CampaignFolder folder) throws IOException;
}
