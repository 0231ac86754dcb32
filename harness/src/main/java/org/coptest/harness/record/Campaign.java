package org.coptest.harness.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.coptest.harness.record.EventPayloads.DeviceEnd;
import org.coptest.harness.record.EventPayloads.DeviceFacts;
import org.coptest.harness.record.EventPayloads.Note;
import org.coptest.harness.record.EventPayloads.ProbeEnd;
import org.coptest.harness.record.EventPayloads.ProbeStart;
import org.coptest.harness.record.EventPayloads.RunEnd;
import org.coptest.harness.record.ObservationStore.UnreadableException;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.verdict.Cause;

/**
 * The record of a campaign in a folder. When a method returns, killing this process loses nothing
 * of what it was given; a power cut loses at most the last 100 ms of the log. Every method throws a
 * {@link RecordFaultException} when the disk fails.
 */
public final class Campaign implements CampaignRecord {
  private final CampaignFolder folder;
  private final CampaignHeader header;
  private final Clock clock;
  private final CampaignLock lock;
  private final EventLog log;
  private final EventIndex index;
  private final RecordedCampaign past;
  private final ObservationStore observations;
  private final EvidenceStore evidence;
  private final Map<String, ActiveDevice> active = new ConcurrentHashMap<>();

  Campaign(CampaignFolder folder, CampaignHeader header, Clock clock, CampaignParts parts) {
    this.folder = folder;
    this.header = header;
    this.clock = clock;
    this.lock = parts.lock();
    this.log = parts.log();
    this.index = parts.index();
    this.past = parts.past();
    this.observations = parts.observations();
    this.evidence = parts.evidence();
  }

  /** Begins a campaign in a folder that holds none; makes the folder. */
  public static Campaign create(
      CampaignFolder folder, CampaignHeader header, ObservationTypes types) {
    return CampaignOpening.create(folder, header, types, Clock.systemUTC());
  }

  /**
   * Continues a stopped campaign.
   *
   * @param header what a new campaign would begin with; its id and start are not looked at
   * @throws ResumeRefusedException when what was finished would no longer stand
   */
  public static Campaign resume(
      CampaignFolder folder, CampaignHeader header, ObservationTypes types)
      throws ResumeRefusedException {
    return CampaignOpening.resume(folder, header, types, Clock.systemUTC());
  }

  /** What the campaign was begun with. */
  public CampaignHeader header() {
    return header;
  }

  /** Where it lies. */
  public CampaignFolder folder() {
    return folder;
  }

  @Override
  public void deviceStarted(String target, Map<String, String> facts) {
    var anew = device(target).anew();
    append(EventKind.DEVICE_STARTED, target, new DeviceFacts(facts));
    active.put(target, anew);
  }

  @Override
  public Map<String, String> facts(String target) {
    return past.facts(target);
  }

  @Override
  public void probeStarted(String target, String probe) {
    append(EventKind.PROBE_STARTED, target, new ProbeStart(probe));
  }

  /** An observation that cannot be recorded becomes a fault of the harness in its place. */
  @Override
  public String probeFinished(String target, ProbeOutcome outcome) {
    var device = device(target);
    var id = "%s/%04d-%s".formatted(target, device.nextNumber(), FileNames.slug(outcome.probe()));
    return switch (outcome) {
      case Observed seen -> observed(target, device, id, seen);
      case CouldNotLook blind ->
          entered(target, device, ProbeEnd.of(id, blind, Optional.empty()), blind);
    };
  }

  private String observed(String target, ActiveDevice device, String id, Observed seen) {
    try {
      var stored = observations.write(id, seen);
      var kept =
          new Observed(
              seen.probe(), seen.started(), seen.took(), seen.evidence(), stored.observation());
      return entered(target, device, ProbeEnd.of(id, kept, Optional.of(stored.file())), kept);
    } catch (UnreadableException unfit) {
      var end = ProbeEnd.of(id, seen, Optional.empty());
      var blind = end.couldNotLook(Cause.HARNESS_ERROR, String.valueOf(unfit.getMessage()));
      return entered(target, device, ProbeEnd.of(id, blind, Optional.empty()), blind);
    }
  }

  private String entered(String target, ActiveDevice device, ProbeEnd end, ProbeOutcome outcome) {
    append(EventKind.PROBE_FINISHED, target, end);
    device.add(end.id(), outcome);
    return end.id();
  }

  @Override
  public void caseJudged(String target, CaseResult result) {
    append(EventKind.CASE_JUDGED, target, result);
    device(target).add(result);
  }

  @Override
  public void deviceFinished(String target, TargetResult result) {
    var device = device(target);
    result.provisions().stream()
        .flatMap(provision -> provision.cases().stream())
        .filter(one -> !device.holds(one))
        .forEach(one -> caseJudged(target, one));
    append(EventKind.DEVICE_FINISHED, target, DeviceEnd.of(result));
    active.remove(target);
  }

  @Override
  public void note(String target, String kind, Map<String, String> facts) {
    append(EventKind.NOTE, target, new Note(kind, facts));
  }

  @Override
  public Map<String, ProbeOutcome> outcomes(String target) {
    return Optional.ofNullable(active.get(target)).orElseGet(() -> asRecorded(target)).outcomes();
  }

  @Override
  public List<CaseResult> judgedCases(String target) {
    return Optional.ofNullable(active.get(target)).orElseGet(() -> asRecorded(target)).judged();
  }

  private ActiveDevice device(String target) {
    return active.computeIfAbsent(
        target,
        id -> {
          observations.prepare(id);
          var inFiles = FileNumbers.highest(folder.observations().resolve(id));
          return filled(new ActiveDevice(Math.max(inFiles, past.lastNumber(id))), id);
        });
  }

  /** To look at only: nothing will be added to it, so its numbers do not matter. */
  private ActiveDevice asRecorded(String target) {
    return filled(new ActiveDevice(0), target);
  }

  /** With what stands of a device; verdicts do not outlive a lost observation. */
  private ActiveDevice filled(ActiveDevice device, String target) {
    var entries = past.entries(target).toList();
    entries.stream()
        .filter(entry -> entry.trouble().isEmpty())
        .forEach(entry -> device.add(entry.id(), entry.outcome()));
    if (entries.stream().allMatch(entry -> entry.trouble().isEmpty())) {
      past.judgedCases(target).forEach(device::add);
    }
    return device;
  }

  @Override
  public EvidenceRef evidence(String target, char kind, String title, byte[] body) {
    var entry = evidence.write(kind, title, body);
    var span = log.append(EventKind.EVIDENCE, checked(target), RecordJson.bytes(entry));
    index.addEvidence(entry.number(), span);
    return new EvidenceRef(entry.id());
  }

  @Override
  public EvidenceFile file(EvidenceRef ref) {
    return past.file(ref);
  }

  /** Whether all test cases of this device were judged, now or before a resume. */
  public boolean isFinished(String target) {
    return past.isFinished(target);
  }

  /** Results of all finished devices, read one at a time; for the gate and the reports. */
  public Stream<TargetResult> results() {
    return past.results();
  }

  /** Ends the campaign: the last event, then run.json with the finished devices. */
  public void finish(int exitCode) {
    append(EventKind.FINISHED, "", new RunEnd(exitCode));
    sync();
    RunJson.writeJson(
        folder.runJson(),
        header.finished(clock.instant(), exitCode, log.head()),
        past.resultsAsJson());
  }

  /** Returns when everything recorded so far is on the disk. */
  public void sync() {
    log.sync();
  }

  private void append(EventKind kind, String target, Object payload) {
    var span = log.append(kind, checked(target), RecordJson.bytes(payload));
    index.add(kind, target, span);
  }

  private static String checked(String target) {
    return target.isEmpty() ? target : FileNames.checked(target);
  }

  @Override
  public String logHead() {
    return log.head();
  }

  @Override
  public void close() {
    log.close();
    lock.close();
    new ArrayList<>(active.keySet()).forEach(active::remove);
    past.close();
  }
}
