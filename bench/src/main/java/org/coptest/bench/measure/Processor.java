package org.coptest.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Processor time of this process and of the programs it started, and the load of the machine. */
public final class Processor {
  /** The kernel counts in hundredths of a second, whatever its own tick is. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Processor() {}

  /** Used so far by this process. */
  public static Duration own() {
    return Duration.ofNanos(system().getProcessCpuTime());
  }

  /** Used so far by programs that this process started and that ended; empty where unknown. */
  public static Optional<Duration> ended() throws IOException {
    var file = Path.of("/proc/self/stat");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    var stat = Files.readString(file);
    // The name of the program may hold blanks; what follows its bracket does not.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
    return Optional.of(Duration.ofMillis(ticks * MILLIS_PER_TICK));
  }

  /** Programs that wanted a core, averaged over the last minute. */
  public static double load() {
    return system().getSystemLoadAverage();
  }

  /** Cores of this machine. */
  public static int cores() {
    return system().getAvailableProcessors();
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }
}
