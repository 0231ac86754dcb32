package org.coptest.harness.report.terminal;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** The one line that is written over; nothing of it is left when something else is printed. */
final class LiveLine {
  private static final String ERASE = "\r\u001b[K";
  private static final long PAUSE_NANOS = 100_000_000;
  private final PrintWriter err;
  private final boolean live;
  private final int width;
  private final LongSupplier nanos;
  private long shownAt;
  private boolean shown;

  LiveLine(Terminal terminal, LongSupplier nanos) {
    this.err = terminal.err();
    this.live = terminal.live();
    this.width = terminal.width();
    this.nanos = nanos;
  }

  /** Shows this until the next, at most ten times a second. */
  synchronized void show(String text) {
    long now = nanos.getAsLong();
    if (!live || shown && now - shownAt < PAUSE_NANOS) {
      return;
    }
    shownAt = now;
    shown = true;
    // One column stays free: a full line would wrap and could not be erased.
    err.print(ERASE + text.substring(0, Math.min(text.length(), width - 1)));
    err.flush();
  }

  /** Prints a line that stays. */
  synchronized void print(String line) {
    erase();
    err.println(line);
    err.flush();
  }

  /** Removes the live line. */
  synchronized void erase() {
    if (shown) {
      err.print(ERASE);
      err.flush();
      shown = false;
    }
  }
}
