package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Runs something that blocks, interrupts it once it does, and wants it to end at once. */
final class Interrupting {
  private Interrupting() {}

  static void endsAtOnce(Blocking call) throws InterruptedException {
    var outcome = new AtomicReference<Object>("nothing");
    var thread = Thread.ofPlatform().daemon().start(() -> outcome.set(outcome(call)));
    await().until(() -> isWaiting(thread));
    thread.interrupt();
    thread.join(Duration.ofSeconds(1));
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
  }

  private static Object outcome(Blocking call) {
    try {
      call.run();
      return "returned";
    } catch (Exception failure) {
      return failure;
    }
  }

  private static boolean isWaiting(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(4)
        .anyMatch(
            frame -> frame.getMethodName().matches("epollWait|wait0?|sleep0?|sleepNanos0?|park"));
  }

  /** A call that blocks. */
  @FunctionalInterface
  interface Blocking {
    void run() throws Exception;
  }
}
