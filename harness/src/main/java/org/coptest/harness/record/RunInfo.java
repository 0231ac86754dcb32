package org.coptest.harness.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.DataList;

/** What a run was: who, when, with which tool, catalogue, lists and settings. */
public record RunInfo(
    String id,
    Instant started,
    Optional<Instant> finished,
    Tool tool,
    CatalogueRef catalogue,
    List<DataList> lists,
    String profile,
    Optional<String> pace,
    Optional<String> operator,
    Optional<Integer> exitCode,
    Optional<String> logHead,
    Optional<BasedOn> basedOn) {

  /** The tool that ran. */
  public record Tool(
      String version, String commit, List<Plugin> plugins, Optional<String> selftestSha256) {}

  /** A plug-in jar that took part. */
  public record Plugin(String jar, String sha256) {}

  /** The catalogue the run was judged by. */
  public record CatalogueRef(String id, String sha256) {}

  /** The record a rejudged run rests on. */
  public record BasedOn(String logHead, String toolVersion) {}
}
