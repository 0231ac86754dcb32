package org.coptest.testng;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coptest.harness.engine.LabEngine;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.spi.ProbeException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.testng.TestNG;
import org.testng.TestNGException;

/**
 * An engine whose first level is the devices. It drives TestNG directly, once for each device: no
 * dry run, and the device goes in through the constructor of the suite and not through a static.
 */
final class SuiteEngine implements TestEngine {
  private static final Duration LIMIT = Duration.ofHours(1);
  private final List<Class<?>> classes;
  private final LabEngine.Bench bench;

  SuiteEngine(List<Class<?>> classes, LabEngine.Bench bench) {
    this.classes = classes;
    this.bench = bench;
  }

  @Override
  public String getId() {
    return "lab-suites";
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    var engine = new EngineDescriptor(uniqueId, "suites of the lab");
    bench.devices().forEach(device -> engine.addChild(SuiteNode.device(uniqueId, device.id())));
    return engine;
  }

  @Override
  public void execute(ExecutionRequest request) {
    var listener = request.getEngineExecutionListener();
    var root = request.getRootTestDescriptor();
    listener.executionStarted(root);
    for (var device : bench.devices()) {
      var node = root.getUniqueId().append("device", device.id());
      root.findByUniqueId(node).ifPresent(found -> run(device, (SuiteNode) found, listener));
    }
    listener.executionFinished(root, TestExecutionResult.successful());
  }

  private void run(DevicePlan device, SuiteNode node, EngineExecutionListener listener) {
    if (bench.stop().isAsked()) {
      listener.executionSkipped(node, "the campaign was stopped");
      return;
    }
    listener.executionStarted(node);
    try (var open = bench.workbench().open(device)) {
      suites(device, node, open, listener);
      listener.executionFinished(node, TestExecutionResult.successful());
    } catch (ProbeException cannot) {
      note(device, Map.of("verdict", "could not open", "reason", "" + cannot.getMessage()));
      listener.executionFinished(node, TestExecutionResult.aborted(cannot));
    } catch (TestNGException unfit) {
      note(device, Map.of("verdict", "could not run", "reason", "" + unfit.getMessage()));
      listener.executionFinished(node, TestExecutionResult.failed(unfit));
    } catch (InterruptedException stopped) {
      bench.stop().now();
      listener.executionFinished(node, TestExecutionResult.aborted(stopped));
    }
  }

  private void suites(
      DevicePlan device, SuiteNode node, OpenDevice open, EngineExecutionListener listener) {
    var injection = new DeviceInjection(open);
    var instances = classes.stream().<Object>map(injection::made).toList();
    open.begin("lab-suites", LIMIT);
    try {
      var testng = new TestNG(false);
      testng.setVerbose(0);
      testng.setUseDefaultListeners(false);
      testng.setTestClasses(new Class<?>[] {SuiteInstances.class});
      testng.setObjectFactory(new SuiteInstances.Handing(instances));
      testng.addListener(new SuiteResults(device.id(), node, listener, bench.record()));
      testng.run();
    } finally {
      open.end();
    }
  }

  private void note(DevicePlan device, Map<String, String> facts) {
    bench.record().note(device.id(), SuiteResults.EVENT, facts);
  }
}
