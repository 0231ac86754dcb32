package org.coptest.harness.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.catalogue.Kind;
import org.coptest.harness.catalogue.Means;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.catalogue.Status;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.Extensions;
import org.coptest.harness.plan.Planner;
import org.coptest.harness.plan.RunSettings;
import org.coptest.harness.plan.Selection;
import org.coptest.spi.Bench;
import org.coptest.spi.Criteria;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Interference;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.Needs;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.Policies;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.Rule;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.Seen;
import org.coptest.spi.SuiteValues;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;
import org.junit.platform.launcher.TestExecutionListener;

/** A campaign of one test unit on devices that exist only on paper. */
final class Fixture {
  final MemoryRecord record = new MemoryRecord();
  final Stop stop = new Stop();
  final List<String> lives = new ArrayList<>();
  OpenDevice.Life life = OpenDevice.Life.ALIVE;
  Kind kind = Kind.FUNCTIONAL;
  List<String> probesOfUnit = List.of("test.look");
  List<Probe<?>> probes =
      new ArrayList<>(List.of(new Look("test.look", bench -> new Facts("seen"))));
  List<Rule> rules = new ArrayList<>(List.of(new Judging(seen -> List.of(pass()))));
  List<Target> targets = new ArrayList<>();
  int parallel = 2;
  Clock clock = Clock.systemUTC();

  @ObservationType("test.facts")
  record Facts(String text) implements Observation {}

  @ObservationType("test.pair")
  record PairFacts(String text) implements Observation {}

  /** Looks as a test says. */
  static final class Look implements Probe<Facts> {
    private final String id;
    private final Looking looking;
    private final Needs needs;

    Look(String id, Looking looking) {
      this(id, looking, Needs.network(SafetyClass.ACTIVE_SAFE, Interference.PORTS));
    }

    Look(String id, Looking looking, Needs needs) {
      this.id = id;
      this.looking = looking;
      this.needs = needs;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Needs needs() {
      return needs;
    }

    @Override
    public Facts observe(Bench bench, EvidenceLog evidence)
        throws InterruptedException, ProbeException {
      return looking.look(bench);
    }
  }

  @FunctionalInterface
  interface Looking {
    Facts look(Bench bench) throws InterruptedException, ProbeException;
  }

  /** Judges as a test says. */
  record Judging(Function<Seen, List<RowJudgement>> judging) implements Rule {
    @Override
    public String id() {
      return "test.rule";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<RowJudgement> judge(Seen seen, Criteria criteria) {
      return judging.apply(seen);
    }
  }

  static RowJudgement pass() {
    var held = new Control("control", true, "behaved").proof().orElseThrow();
    return RowJudgement.pass("tcp/1", "as it must be", held);
  }

  void run() {
    var plan =
        new Planner(catalogue(), Extensions.of(probes, rules, List.of()), settings())
            .plan(targets, target -> true);
    new CampaignRunner(new PaperBench(), record, CampaignProgress.silent(), clock, stop)
        .run(plan, List.of(), new TestExecutionListener() {});
  }

  private RunSettings settings() {
    return new RunSettings(
        Optional.empty(),
        Optional.empty(),
        parallel,
        Optional.empty(),
        Selection.everything(),
        Optional.empty(),
        LabCredentials.none(),
        7,
        LocalDate.of(2026, 11, 22));
  }

  private Catalogue catalogue() {
    var unit =
        new TestUnit(
            "a",
            "purpose",
            Means.NETWORK,
            probesOfUnit,
            Optional.of("test.rule"),
            SuiteValues.none(),
            Optional.empty(),
            Optional.empty());
    var testCase = new TestCase("5.6-1-2", kind, "purpose", List.of(unit));
    var provision =
        new Provision(
            "5.6-1", "title", Status.MANDATORY, Optional.empty(), "purpose", List.of(testCase));
    var guideline = new Guideline("5.6", 6, "title", "meaning", List.of(provision));
    return new Catalogue(
        "test", "test", List.of(guideline), List.of(), new Policies(List.of()), "00");
  }

  /** Devices on paper: always there, with no network behind them. */
  private final class PaperBench implements Workbench {
    @Override
    public OpenDevice open(DevicePlan device) {
      return new PaperDevice(device.target());
    }

    @Override
    public List<String> locks(DevicePlan device) {
      return device.target().reach().host().stream().toList();
    }

    @Override
    public Target asRecorded(DevicePlan device) {
      return device.target();
    }
  }

  private final class PaperDevice implements OpenDevice {
    private final Target target;

    PaperDevice(Target target) {
      this.target = target;
    }

    @Override
    public Target target() {
      return target;
    }

    @Override
    public Dut dut() {
      throw new UnsupportedOperationException("a device on paper has no network");
    }

    @Override
    public Map<String, String> facts() {
      return Map.of("address", target.reach().host().orElse("paper"));
    }

    @Override
    public EvidenceLog begin(String probe, Duration limit) {
      return new EvidenceLog() {
        @Override
        public EvidenceRef text(String title, String body) {
          return new EvidenceRef("A-1");
        }

        @Override
        public EvidenceRef bytes(String title, byte[] body) {
          return new EvidenceRef("A-2");
        }

        @Override
        public void progress(String what, long done, long total) {
          lives.add(what);
        }
      };
    }

    @Override
    public List<EvidenceRef> end() {
      return List.of();
    }

    @Override
    public Life life() {
      return life;
    }

    @Override
    public void close() {
      record.note(target.id(), "device-closed", Map.of());
    }
  }
}
