package org.coptest.harness.record;

import java.util.Arrays;
import java.util.Optional;

/** What a line of events.jsonl tells; the names are part of the format. */
public enum EventKind {
  CAMPAIGN("campaign"),
  RESUMED("resumed"),
  DEVICE_STARTED("deviceStarted"),
  PROBE_STARTED("probeStarted"),
  PROBE_FINISHED("probeFinished"),
  EVIDENCE("evidence"),
  CASE_JUDGED("caseJudged"),
  DEVICE_FINISHED("deviceFinished"),
  NOTE("note"),
  FINISHED("finished");

  private final String text;

  EventKind(String text) {
    this.text = text;
  }

  /** As the log spells it. */
  public String text() {
    return text;
  }

  static Optional<EventKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }
}
