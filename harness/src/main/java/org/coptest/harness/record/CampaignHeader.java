package org.coptest.harness.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.coptest.harness.record.RunInfo.CatalogueRef;
import org.coptest.harness.record.RunInfo.Tool;
import org.coptest.spi.DataList;

/**
 * Everything about a run that is known before it begins; the first event of its record.
 *
 * @param declarations SHA-256 of each target's declaration, by target id, in the order of the run
 */
public record CampaignHeader(
    String id,
    Instant started,
    Tool tool,
    CatalogueRef catalogue,
    List<DataList> lists,
    String profile,
    Optional<String> pace,
    Optional<String> operator,
    Map<String, String> declarations) {

  /** The run as run.json describes it, while it goes on. */
  public RunInfo running() {
    return info(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The run as run.json describes it at its end. */
  public RunInfo finished(Instant at, int exitCode, String logHead) {
    return info(Optional.of(at), Optional.of(exitCode), Optional.of(logHead));
  }

  RunInfo info(Optional<Instant> finished, Optional<Integer> exitCode, Optional<String> logHead) {
    return new RunInfo(
        id,
        started,
        finished,
        tool,
        catalogue,
        lists,
        profile,
        pace,
        operator,
        exitCode,
        logHead,
        Optional.empty());
  }

  /** What differs so much in {@code now} that finished work of this campaign cannot stand. */
  List<String> changesTo(CampaignHeader now) {
    var changes = new ArrayList<String>();
    changed(changes, "tool version", tool.version(), now.tool.version());
    changed(changes, "tool commit", tool.commit(), now.tool.commit());
    changed(changes, "plug-ins", tool.plugins(), now.tool.plugins());
    changed(changes, "self-test record", tool.selftestSha256(), now.tool.selftestSha256());
    changed(changes, "catalogue", catalogue.id(), now.catalogue.id());
    changed(changes, "catalogue digest", catalogue.sha256(), now.catalogue.sha256());
    changed(changes, "data lists", lists, now.lists);
    changed(changes, "profile", profile, now.profile);
    changed(changes, "pace", pace, now.pace);
    targets(changes, now);
    return List.copyOf(changes);
  }

  private void targets(List<String> changes, CampaignHeader now) {
    var ids = new TreeSet<>(declarations.keySet());
    ids.addAll(now.declarations.keySet());
    for (var id : ids) {
      changed(
          changes,
          "declaration of target " + id,
          Optional.ofNullable(declarations.get(id)),
          Optional.ofNullable(now.declarations.get(id)));
    }
  }

  private static void changed(List<String> changes, String what, Object was, Object is) {
    if (!was.equals(is)) {
      changes.add("%s was %s and is %s".formatted(what, shown(was), shown(is)));
    }
  }

  private static String shown(Object value) {
    return value instanceof Optional<?> maybe
        ? maybe.map(String::valueOf).orElse("absent")
        : String.valueOf(value);
  }
}
