package org.coptest.harness.target.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The logins all probes of a device share: the pace, and declared threshold − 2 in any stretch of
 * lock time + 20 %. A threshold of 2 or less leaves none; without one only the pace holds.
 */
final class LoginBudget {
  private static final long NEVER = Long.MAX_VALUE;
  private final List<LockWindow> windows;
  private final Pacer pacer;
  private final BenchTime time;
  private final Map<String, Deque<Long>> taken = new HashMap<>();

  LoginBudget(List<LockWindow> windows, double perSecond, BenchTime time) {
    this.windows = windows;
    this.pacer = new Pacer(perSecond, time);
    this.time = time;
  }

  /** Waits for one login and takes it; false when there is none before the deadline. */
  boolean await(String surface, String account, Deadline deadline) throws InterruptedException {
    var counting = windows.stream().filter(window -> window.counts(surface)).toList();
    if (!room(counting, account, deadline) || !pacer.await(deadline)) {
      return false;
    }
    for (long wait = take(counting, account); wait > 0; wait = take(counting, account)) {
      if (tooLong(wait, deadline)) {
        return false;
      }
      time.sleep(Duration.ofNanos(wait));
    }
    return true;
  }

  /** A lock-out that our own logins may have set off can look like death. */
  Duration recoveryWait(Duration usual) {
    var lock = possibleLock();
    return lock.compareTo(usual) > 0 ? lock : usual;
  }

  /** Counts a login that was made without asking, so that later ones keep their distance; true. */
  synchronized boolean note(String surface, String account) {
    return windows.stream()
        .filter(window -> window.counts(surface))
        .allMatch(window -> log(window, account).add(time.nanos()));
  }

  /** How long a lock set off by our latest logins could still shut the bench out. */
  synchronized Duration possibleLock() {
    long longest = 0;
    for (var window : windows) {
      if (window.shutsOutTheBench() && window.length().isPresent()) {
        var last = log(window, "").peekLast();
        long length = window.length().get().toNanos();
        longest = Math.max(longest, last == null ? 0 : last + length - time.nanos());
      }
    }
    return Duration.ofNanos(longest);
  }

  private synchronized boolean room(List<LockWindow> counting, String account, Deadline deadline) {
    return !tooLong(wait(counting, account), deadline);
  }

  private synchronized long take(List<LockWindow> counting, String account) {
    long wait = wait(counting, account);
    if (wait == 0) {
      counting.forEach(window -> log(window, account).addLast(time.nanos()));
    }
    return wait;
  }

  private long wait(List<LockWindow> counting, String account) {
    return counting.stream().mapToLong(window -> wait(window, account)).max().orElse(0);
  }

  private long wait(LockWindow window, String account) {
    var log = log(window, account);
    if (window.length().isEmpty() || window.allowed() == 0) {
      return log.size() < window.allowed() ? 0 : NEVER;
    }
    long length = window.length().get().toNanos();
    long now = time.nanos();
    while (!log.isEmpty() && log.getFirst() + length - now <= 0) {
      log.removeFirst();
    }
    return log.size() < window.allowed() ? 0 : log.getFirst() + length - now;
  }

  private Deque<Long> log(LockWindow window, String account) {
    return taken.computeIfAbsent(window.key(account), key -> new ArrayDeque<>());
  }

  private static boolean tooLong(long wait, Deadline deadline) {
    return wait > 0 && wait >= deadline.remaining().toNanos();
  }
}
