package org.coptest.harness.plan;

import java.util.List;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.record.ProvisionHead;

/** What the roll-up needs to know of the provisions of a catalogue. */
public final class ProvisionHeads {
  private ProvisionHeads() {}

  /** All provisions, in order. */
  public static List<ProvisionHead> of(Catalogue catalogue) {
    return catalogue.guidelines().stream().flatMap(ProvisionHeads::of).toList();
  }

  private static Stream<ProvisionHead> of(Guideline guideline) {
    return guideline.provisions().stream()
        .map(provision ->
            new ProvisionHead(
                provision.id(),
                guideline.number(),
                provision.status().letter(),
                provision.title(),
                provision.cases().stream().map(TestCase::id).toList()));
  }
}
