package org.coptest.harness.target.bench;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.target.driver.DeclaredDrivers;
import org.coptest.harness.target.net.Deadline;
import org.coptest.harness.target.net.DutSettings;
import org.coptest.harness.target.net.LiveDut;
import org.coptest.harness.target.net.OutOfScopeException;
import org.coptest.harness.target.net.identity.DeclaredMark;
import org.coptest.harness.target.net.identity.NeighbourMac;
import org.coptest.harness.target.net.identity.SshHostKeys;
import org.coptest.harness.target.net.identity.TlsServerKeys;
import org.coptest.spi.Driver;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/** A device on its network, open for looking. */
final class LiveDevice implements OpenDevice {
  private static final Duration LONGEST_CAMPAIGN = Duration.ofDays(30);
  private static final Duration CANARY = Duration.ofMinutes(5);
  private final byte[] salt = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
  private final Target target;
  private final List<InetAddress> addresses;
  private final Pace pace;
  private final CampaignRecord record;
  private final CampaignProgress progress;
  private final Deadline deadline;
  private final LiveDut dut;
  private Optional<String> change = Optional.empty();
  private Map<String, String> noted = Map.of();

  LiveDevice(
      Target target,
      List<InetAddress> addresses,
      Pace pace,
      CampaignRecord record,
      CampaignProgress progress)
      throws ProbeException {
    this.target = target;
    this.addresses = addresses;
    this.pace = pace;
    this.record = record;
    this.progress = progress;
    this.deadline = Deadline.after("campaign", LONGEST_CAMPAIGN, LiveWorkbench.time());
    this.dut = door();
  }

  private LiveDut door() throws ProbeException {
    try {
      var settings = DutSettings.of(target, addresses, pace, deadline);
      var marks =
          List.of(NeighbourMac.of(target), SshHostKeys.of(target), TlsServerKeys.of(target));
      return new LiveDut(settings.watching(marks), record);
    } catch (OutOfScopeException refused) {
      throw new ProbeException(
          Cause.SAFETY_NOT_AUTHORISED, String.valueOf(refused.getMessage()), refused);
    }
  }

  @Override
  public Target target() {
    return target;
  }

  @Override
  public Dut dut() {
    return dut;
  }

  @Override
  public Optional<Driver> driver(String name) {
    return new DeclaredDrivers(target, dut).named(name);
  }

  @Override
  public Map<String, String> facts() {
    var facts = new TreeMap<String, String>();
    facts.put(
        "address",
        addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" ")));
    facts.put("state", target.state().name().toLowerCase(Locale.ROOT));
    facts.put("pace", pace.name().toLowerCase(Locale.ROOT));
    return facts;
  }

  @Override
  public EvidenceLog begin(String probe, Duration limit) {
    dut.beginProbe(probe, deadline.child("probe " + probe, limit), salt);
    return dut.evidenceLog(
        (what, done, total) -> progress.probeAt(target.id(), probe, what, done, total));
  }

  @Override
  public EvidenceLog begin(String probe, SafetyClass authorised, Duration limit) {
    var evidence = begin(probe, limit);
    if (authorised.compareTo(SafetyClass.INTRUSIVE) >= 0) {
      dut.allowGuesses();
    }
    return evidence;
  }

  @Override
  public List<EvidenceRef> end() {
    return dut.endProbe();
  }

  @Override
  public Life life() throws InterruptedException {
    try {
      var life =
          switch (dut.checkLife(deadline.child("canary", CANARY))) {
            case ALIVE -> Life.ALIVE;
            case NEVER_SEEN -> Life.NEVER_SEEN;
            case DIED -> Life.DIED;
          };
      return life == Life.ALIVE ? identity() : life;
    } catch (ProbeException bench) {
      record.note(
          target.id(), "canary-failed", Map.of("reason", String.valueOf(bench.getMessage())));
      return Life.UNASKED;
    }
  }

  @Override
  public Optional<String> change() {
    return change;
  }

  private Life identity() throws InterruptedException {
    change = dut.identityChange();
    change.ifPresent(what -> record.note(target.id(), "identity-changed", Map.of("change", what)));
    noteMarks();
    return change.isPresent() ? Life.CHANGED : Life.ALIVE;
  }

  private void noteMarks() {
    var marks = new TreeMap<>(dut.identityMarks());
    DeclaredMark.unreadable(target.identity())
        .forEach(path -> marks.put(path, "declared in a form that cannot be compared"));
    if (!marks.equals(noted)) {
      record.note(target.id(), "identity-read", marks);
      noted = marks;
    }
  }

  @Override
  public void close() {
    dut.close();
  }
}
