package org.coptest.bench.measure;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Remembers the most heap in use before and after any collection since it was made, in bytes. */
final class HeapWatch {
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong live = new AtomicLong();
  private final Set<String> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(pool -> pool.getName())
          .collect(Collectors.toSet());

  HeapWatch() {
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((notice, none) -> heard(notice), null, null);
      }
    }
  }

  private void heard(Notification notice) {
    if (notice.getUserData() instanceof CompositeData data) {
      var info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
      used.accumulateAndGet(sum(info.getMemoryUsageBeforeGc()), Math::max);
      live.accumulateAndGet(sum(info.getMemoryUsageAfterGc()), Math::max);
    }
  }

  private long sum(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> heap.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  /** Most in use at any time it was looked at, garbage included. */
  long used() {
    var now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return Math.max(used.get(), now);
  }

  /** Most that a collection left in use. */
  long live() {
    return live.get();
  }
}
