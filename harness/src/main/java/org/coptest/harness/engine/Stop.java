package org.coptest.harness.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.coptest.harness.record.RecordFaultException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;

/**
 * Stops a campaign: nothing new starts, and what runs is interrupted. The platform's token alone
 * does not interrupt.
 */
public final class Stop {
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicReference<@Nullable RecordFaultException> fault = new AtomicReference<>();
  private final CancellationToken token = CancellationToken.create();

  /** Stops now; may be called from any thread and more than once. */
  public void now() {
    asked.set(true);
    token.cancel();
    running.forEach(Thread::interrupt);
  }

  /** Stops because the record cannot be written any more; nothing that follows could be kept. */
  void because(RecordFaultException cannotRecord) {
    fault.compareAndSet(null, cannotRecord);
    now();
  }

  /** Throws what made it impossible to go on recording, if anything did. */
  void rethrowFault() {
    var known = fault.get();
    if (known != null) {
      throw known;
    }
  }

  /** Whether a stop was asked for. */
  public boolean isAsked() {
    return asked.get();
  }

  /** What the launcher listens to. */
  public CancellationToken token() {
    return token;
  }

  void enter() throws InterruptedException {
    running.add(Thread.currentThread());
    if (asked.get()) {
      throw new InterruptedException("the campaign was stopped");
    }
  }

  void leave() {
    running.remove(Thread.currentThread());
    // A late interrupt must not meet whatever the pool does next with this thread.
    Thread.interrupted();
  }
}
