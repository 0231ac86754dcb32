package org.coptest.harness.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coptest.harness.record.EventPayloads.DeviceEnd;
import org.coptest.harness.record.EventPayloads.DeviceFacts;
import org.coptest.harness.record.EventPayloads.EvidenceEntry;
import org.coptest.harness.record.EventPayloads.ProbeEnd;
import org.coptest.harness.record.EventPayloads.RunEnd;
import org.coptest.harness.record.ObservationStore.UnreadableException;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.verdict.Cause;

/**
 * A campaign as it lies on the disk. Keeps places only and reads each device when asked, so that a
 * run of 10,000 devices can be opened; close it after use.
 */
public final class RecordedCampaign implements AutoCloseable {
  private static final int READ_AHEAD = 64;
  private final LineFile lines;
  private final EventIndex index;
  private final ObservationStore observations;
  private final ChainCheck chain;

  RecordedCampaign(
      LineFile lines, EventIndex index, ObservationStore observations, ChainCheck chain) {
    this.lines = lines;
    this.index = index;
    this.observations = observations;
    this.chain = chain;
  }

  /** An observation of the record that cannot be used. */
  public record Unreadable(String id, String probe, String why) {}

  /** An outcome, with what is wrong with its observation. */
  record Entry(String id, ProbeOutcome outcome, Optional<Unreadable> trouble) {}

  /** What the campaign was begun with; empty when it was killed before it wrote anything. */
  public Optional<CampaignHeader> header() {
    return index.header().map(span -> lines.payload(span, CampaignHeader.class));
  }

  /** Whether the log is as it was written. */
  public ChainCheck chain() {
    return chain;
  }

  /** The run as run.json describes it; a run that was cut off has no end and no exit code. */
  public RunInfo info() {
    var header =
        header()
            .orElseThrow(
                () -> new RecordFaultException("events.jsonl does not begin with a campaign"));
    var end = index.end();
    return header.info(
        end.map(lines::time),
        end.map(span -> lines.payload(span, RunEnd.class).exitCode()),
        Optional.of(chain.head()));
  }

  /** Devices of the campaign: as declared, then others that the log knows. */
  public List<String> targets() {
    var all = new LinkedHashSet<String>();
    header().ifPresent(known -> all.addAll(known.declarations().keySet()));
    all.addAll(index.targets());
    return List.copyOf(all);
  }

  /** What was noted when the device was begun last. */
  public Map<String, String> facts(String target) {
    return index
        .find(target)
        .flatMap(device -> device.started().last())
        .map(span -> lines.payload(span, DeviceFacts.class).facts())
        .orElse(Map.of());
  }

  /**
   * Outcomes by record id, oldest first. One whose observation is missing, changed or unknown reads
   * as a probe that could not look.
   */
  public Map<String, ProbeOutcome> outcomes(String target) {
    var outcomes = new LinkedHashMap<String, ProbeOutcome>();
    entries(target).forEach(entry -> outcomes.put(entry.id(), entry.outcome()));
    return outcomes;
  }

  /** Observations of this device that cannot be used, and why; the files stay as they are. */
  public List<Unreadable> unreadable(String target) {
    return entries(target).flatMap(entry -> entry.trouble().stream()).toList();
  }

  Stream<Entry> entries(String target) {
    return index.find(target).stream()
        .flatMap(device -> device.outcomes().stream())
        .map(span -> entry(lines.payload(span, ProbeEnd.class)));
  }

  /** The number of the last outcome of this device, also before it was begun anew. */
  int lastNumber(String target) {
    return index
        .find(target)
        .flatMap(device -> device.latest().last())
        .map(span -> lines.payload(span, ProbeEnd.class).number())
        .orElse(0);
  }

  private Entry entry(ProbeEnd end) {
    if (end.observation().isEmpty()) {
      var why = end.reason().orElse("no reason was recorded");
      var blind = end.couldNotLook(end.cause().orElse(Cause.HARNESS_ERROR), why);
      return new Entry(end.id(), blind, Optional.empty());
    }
    try {
      var seen = observations.read(end, end.observation().get());
      return new Entry(end.id(), seen, Optional.empty());
    } catch (UnreadableException unreadable) {
      var why = String.valueOf(unreadable.getMessage());
      return new Entry(
          end.id(),
          end.couldNotLook(Cause.HARNESS_ERROR, why),
          Optional.of(new Unreadable(end.id(), end.probe(), why)));
    }
  }

  /** Judged test cases; of a case judged twice, the later verdict. */
  public List<CaseResult> judgedCases(String target) {
    return new ArrayList<>(judgedById(target).values());
  }

  private Map<String, CaseResult> judgedById(String target) {
    var cases = new LinkedHashMap<String, CaseResult>();
    index.find(target).stream()
        .flatMap(device -> device.cases().stream())
        .map(span -> lines.payload(span, CaseResult.class))
        .forEach(one -> cases.put(one.id(), one));
    return cases;
  }

  /** What the device came to, if all its test cases were judged. */
  public Optional<TargetResult> result(String target) {
    return index
        .find(target)
        .flatMap(device -> device.finished().last())
        .map(span -> lines.payload(span, DeviceEnd.class).with(target, judgedById(target)));
  }

  /** Whether all its test cases were judged. */
  public boolean isFinished(String target) {
    return index.find(target).filter(device -> device.finished().size() > 0).isPresent();
  }

  /** Results of all finished devices, a few in memory at a time. */
  public Stream<TargetResult> results() {
    return ofAll(this::result);
  }

  /** The same as the lines of run.json, without making objects of the test cases. */
  Stream<byte[]> resultsAsJson() {
    return ofAll(this::resultAsJson);
  }

  private Optional<byte[]> resultAsJson(String target) {
    return index
        .find(target)
        .flatMap(device ->
            device
                .finished()
                .last()
                .map(span -> lines.payload(span, DeviceEnd.class))
                .map(end -> DeviceJson.of(target, end, device.cases().stream().map(lines::read))));
  }

  private <T> Stream<T> ofAll(Function<String, Optional<T>> read) {
    var all = targets();
    return IntStream.iterate(0, from -> from < all.size(), from -> from + READ_AHEAD)
        .mapToObj(from -> all.subList(from, Math.min(from + READ_AHEAD, all.size())))
        .flatMap(some -> some.parallelStream().map(read).toList().stream())
        .flatMap(Optional::stream);
  }

  /**
   * File and digest of a piece of evidence.
   *
   * @throws IllegalArgumentException when this campaign has none of this id
   */
  public EvidenceFile file(EvidenceRef ref) {
    return number(ref)
        .flatMap(index::evidence)
        .map(span -> lines.payload(span, EvidenceEntry.class))
        .filter(entry -> entry.id().equals(ref.id()))
        .map(entry -> new EvidenceFile(entry.path(), entry.sha256()))
        .orElseThrow(() -> new IllegalArgumentException("no evidence " + ref.id()));
  }

  private static Optional<Integer> number(EvidenceRef ref) {
    return ref.id().matches("[A-Z]-\\d{4,9}")
        ? Optional.of(Integer.parseInt(ref.id().substring(2)))
        : Optional.empty();
  }

  @Override
  public void close() {
    lines.close();
  }
}
