package org.coptest.harness.target.net;

/** Hears how far a probe is: {@code done} of {@code total}. */
@FunctionalInterface
public interface ProgressListener {

  /** May be called from any thread. */
  void progress(String what, long done, long total);
}
