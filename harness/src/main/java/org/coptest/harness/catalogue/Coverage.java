package org.coptest.harness.catalogue;

/** By what a test case is decided in this release, most automatic first. */
public enum Coverage {
  /** A pair of devices proves that the harness tells conforming from violating. */
  AUTOMATED("automated"),
  FIRMWARE("from the firmware"),
  DOCUMENTS("from documents"),
  PERSON("by a person"),
  NOT_YET("not yet");

  private final String text;

  Coverage(String text) {
    this.text = text;
  }

  /** As reports and the README print it. */
  public String text() {
    return text;
  }

  /** What a single unit needs when no proof covers its case. */
  static Coverage of(TestUnit unit) {
    return switch (unit.means()) {
      // A rule that no pair of devices proves is not counted as coverage.
      case NETWORK, NOT_YET -> NOT_YET;
      case FIRMWARE -> unit.rule().isPresent() ? FIRMWARE : NOT_YET;
      case DOCUMENTS -> DOCUMENTS;
      case PERSON -> PERSON;
    };
  }
}
