package org.coptest.harness.record;

import java.util.List;
import java.util.Optional;

/**
 * What following the hash chain of events.jsonl came to.
 *
 * @param events lines that are vouched for
 * @param head SHA-256 of the last of them
 * @param broken where the chain broke, if it did; nothing after it was read
 * @param tornLines lines cut off by a crash and named by the resume that followed
 * @param tail lines at the very end that a crash cut off and no resume has named yet
 */
public record ChainCheck(
    long events, String head, Optional<Break> broken, List<Long> tornLines, List<Torn> tail) {

  /** The line that was changed, removed or added, and what shows it. */
  public record Break(long line, String why) {}

  /** Bytes of a line that a crash cut off. */
  public record Torn(long bytes, String sha256) {}

  /** Whether every line is as it was written. */
  public boolean intact() {
    return broken.isEmpty();
  }
}
