package org.coptest.testng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coptest.harness.engine.LabEngine;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.harness.engine.Stop;
import org.coptest.harness.engine.Workbench;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.testng.Assert;
import org.testng.SkipException;

class SuiteEngineTest {

  /** A suite of a lab: one test of each outcome, on the device it was given. */
  public static final class HouseRules {
    private final Target target;

    /** With the device. */
    public HouseRules(Dut dut, Target target) {
      assertThat(dut.id()).isEqualTo(target.id());
      this.target = target;
    }

    /** Passes. */
    @org.testng.annotations.Test
    public void holds() {
      Assert.assertTrue(target.id().startsWith("cam"));
    }

    /** Fails. */
    @org.testng.annotations.Test
    public void breaks() {
      Assert.assertEquals(target.id(), "somebody else");
    }

    /** Is skipped. */
    @org.testng.annotations.Test
    public void waits() {
      throw new SkipException("no chamber here");
    }
  }

  /** A suite that cannot be made. */
  public static final class Unfit {
    /** Refuses the device. */
    public Unfit(Target target) {
      throw new IllegalStateException("not on " + target.id());
    }

    /** Never runs. */
    @org.testng.annotations.Test
    public void neverRuns() {
      Assert.fail("it ran");
    }
  }

  @TempDir Path temp;
  private final List<String> events = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @Test
  void thePlatformHearsEveryOutcomeOfEveryDevice() throws IOException {
    launch(HouseRules.class, "cam-1", "cam-2");

    for (var device : List.of("cam-1", "cam-2")) {
      assertThat(events)
          .contains(
              device + " HouseRules.holds SUCCESSFUL",
              device + " HouseRules.breaks FAILED",
              device + " HouseRules.waits ABORTED");
      assertThat(notes)
          .contains(
              device + " HouseRules.holds passed",
              device + " HouseRules.breaks failed",
              device + " HouseRules.waits skipped");
    }
    assertThat(notes).hasSize(6);
  }

  @Test
  void aSuiteThatCannotBeMadeIsAFailureThatBothHearOf() throws IOException {
    launch(Unfit.class, "cam-1");

    assertThat(events).containsExactly("cam-1 FAILED");
    assertThat(notes).containsExactly("cam-1  could not run");
  }

  private void launch(Class<?> suite, String... ids) throws IOException {
    var devices = new ArrayList<DevicePlan>();
    for (var target : targets(ids)) {
      devices.add(new DevicePlan(target, Pace.UNLIMITED, List.of(), List.of(), List.of()));
    }
    var bench = new LabEngine.Bench(devices, workbench(), record(), new Stop());
    var config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .addTestEngines(new SuiteEngine(List.of(suite), bench));
    LauncherFactory.create(config.build())
        .execute(
            LauncherExecutionRequestBuilder.request(
                    LauncherDiscoveryRequestBuilder.request().build())
                .listeners(listener())
                .build());
  }

  private List<Target> targets(String... ids) throws IOException {
    var text = new StringBuilder("declaration: 1\ntargets:\n");
    for (var id : ids) {
      text.append("  - id: %s%n    reach: {host: 127.0.0.1}%n".formatted(id));
    }
    var file = Files.writeString(temp.resolve("targets.yaml"), text);
    var references = new References(List.of(), Set.of(), Map.of(), Clock.systemUTC());
    return TargetsReader.read(file, references).targets().stream()
        .map(target -> target.unstarted())
        .toList();
  }

  private TestExecutionListener listener() {
    return new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var below = test.getUniqueIdObject().getSegments();
        if (below.size() > 1) {
          var name = test.isTest() ? " " + shortened(test.getDisplayName()) : "";
          events.add(below.get(1).getValue() + name + " " + result.getStatus());
        }
      }
    };
  }

  private Workbench workbench() {
    return fake(Workbench.class, (self, method, given) -> opened((DevicePlan) given[0]));
  }

  private static OpenDevice opened(DevicePlan device) {
    var dut = fake(Dut.class, (self, method, given) -> device.id());
    return fake(
        OpenDevice.class,
        (self, method, given) ->
            switch (method.getName()) {
              case "dut" -> dut;
              case "target" -> device.target();
              default -> null;
            });
  }

  private CampaignRecord record() {
    return fake(
        CampaignRecord.class,
        (self, method, given) -> {
          var facts = (Map<?, ?>) given[2];
          var test = facts.containsKey("test") ? shortened("" + facts.get("test")) : "";
          notes.add(given[0] + " " + test + " " + facts.get("verdict"));
          return null;
        });
  }

  private static String shortened(String name) {
    return name.substring(name.indexOf('$') + 1);
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
