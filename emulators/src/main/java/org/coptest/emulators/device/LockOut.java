package org.coptest.emulators.device;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Shuts out an account, or a source, for a while after so many wrong passwords in a row. */
public final class LockOut {

  private final int after;
  private final Duration length;
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Long> until = new HashMap<>();

  private LockOut(int after, Duration length) {
    this.after = after;
    this.length = length;
  }

  /** After this many, for this long. */
  public static LockOut after(int wrong, Duration length) {
    return new LockOut(wrong, length);
  }

  /** Whether this key, which names an account or a source, is shut out now. */
  public synchronized boolean shut(String key) {
    return until.containsKey(key) && until.get(key) - System.nanoTime() > 0;
  }

  /** Counts an attempt that was taken up. */
  public synchronized void attempt(String key, boolean right) {
    if (right) {
      failures.remove(key);
    } else if (failures.merge(key, 1, Integer::sum) >= after) {
      failures.remove(key);
      until.put(key, System.nanoTime() + length.toNanos());
    }
  }
}
