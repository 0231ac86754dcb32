package org.coptest.probes.instrument.snmp;

import java.util.List;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.VisibleText;

/** How an agent says no: by silence to a community, by one of two reports to a user. */
final class Refusal {
  /** One for all; as silence is no message, it needs a login that works to be told from. */
  static final Likeness LIKENESS =
      VisibleText.likeness("refused", "silence or a report", List.of());

  private Refusal() {}
}
