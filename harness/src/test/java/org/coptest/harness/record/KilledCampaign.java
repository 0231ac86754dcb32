package org.coptest.harness.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.coptest.spi.verdict.Verdict;

/** Records verdicts on two devices until it is killed, and prints each once it is recorded. */
final class KilledCampaign {
  private static final int THREADS = 2;

  private KilledCampaign() {}

  /** Arguments: the folder, and a number that makes the test cases of this start its own. */
  public static void main(String[] args) throws Exception {
    var folder = new CampaignFolder(Path.of(args[0]));
    var campaign =
        Files.exists(folder.events())
            ? Campaign.resume(folder, Samples.header(), Samples.types())
            : Campaign.create(folder, Samples.header(), Samples.types());
    var threads =
        IntStream.range(0, THREADS)
            .mapToObj(i -> new Thread(() -> record(campaign, "cam-0" + i, args[1])))
            .toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void record(Campaign campaign, String target, String start) {
    if (campaign.facts(target).isEmpty()) {
      campaign.deviceStarted(target, Map.of("address", target));
    }
    for (int i = 0; ; i++) {
      var id = "%s-%s-%d".formatted(target, start, i);
      campaign.caseJudged(target, Samples.judged(id, Verdict.FAIL, "x".repeat(i % 9 * 1000)));
      say(target + " " + id);
      if (i % 10 == 0) {
        say(target + " " + campaign.probeFinished(target, Samples.observed(id)));
      }
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
