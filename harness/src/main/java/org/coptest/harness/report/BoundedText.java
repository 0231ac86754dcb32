package org.coptest.harness.report;

import java.nio.charset.StandardCharsets;

/** Text that takes whole pieces until a number of UTF-8 bytes is reached. */
final class BoundedText {
  private final StringBuilder text = new StringBuilder();
  private final int room;
  private int bytes;

  BoundedText(int room) {
    this.room = room;
  }

  /** Adds the piece; false when there is no room for it. */
  boolean add(String piece) {
    int length = piece.getBytes(StandardCharsets.UTF_8).length;
    if (length > room - bytes) {
      return false;
    }
    bytes += length;
    text.append(piece);
    return true;
  }

  /** Adds what must be said at the end, room or not. */
  void last(String piece) {
    text.append(piece);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
