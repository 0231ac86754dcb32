package org.coptest.spi;

import java.time.Duration;
import java.util.Optional;

/** The person at the bench, if there is one. */
public interface Operator {

  /** Asks for a step to be done and what was seen; empty when nobody answers in time. */
  Optional<String> ask(String step, Duration patience) throws InterruptedException;

  /** Nobody: every question stays unanswered. */
  static Operator absent() {
    return (step, patience) -> Optional.empty();
  }
}
