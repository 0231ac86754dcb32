package org.coptest.harness.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.record.RunInfo.BasedOn;

/** Keeps later judgements of a campaign beside it; the campaign itself stays as it is. */
public final class Rejudged {
  private static final int MOST_PER_SECOND = 1000;

  private Rejudged() {}

  /**
   * Writes {@code rejudged/<UTC>-<tool version>/run.json}.
   *
   * @param run the judging tool, catalogue and lists of today; what it rests on is added here
   * @param basedOn head of the log that was judged, and the tool that recorded it
   * @return the folder, for the table of what changed
   */
  public static Path write(
      CampaignFolder folder,
      Instant now,
      RunInfo run,
      BasedOn basedOn,
      Stream<TargetResult> targets) {
    var place =
        fresh(
            folder,
            "%s-%s".formatted(CampaignFolder.stamp(now), FileNames.slug(run.tool().version())));
    RunJson.write(place.resolve("run.json"), restingOn(run, basedOn), targets);
    return place;
  }

  private static Path fresh(CampaignFolder folder, String name) {
    try {
      Files.createDirectories(folder.rejudged());
      for (int i = 1; i < MOST_PER_SECOND; i++) {
        var place = folder.rejudged().resolve(i == 1 ? name : name + "-" + i);
        if (made(place)) {
          return place;
        }
      }
      throw new FileAlreadyExistsException(name);
    } catch (IOException failed) {
      throw new RecordFaultException(
          "%s cannot be made (%s); mend the disk and judge again"
              .formatted(folder.rejudged(), failed.getMessage()),
          failed);
    }
  }

  private static boolean made(Path place) throws IOException {
    try {
      Files.createDirectory(place);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static RunInfo restingOn(RunInfo run, BasedOn basedOn) {
    return new RunInfo(
        run.id(),
        run.started(),
        run.finished(),
        run.tool(),
        run.catalogue(),
        run.lists(),
        run.profile(),
        run.pace(),
        run.operator(),
        run.exitCode(),
        run.logHead(),
        Optional.of(basedOn));
  }
}
