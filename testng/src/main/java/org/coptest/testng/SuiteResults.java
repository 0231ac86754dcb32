package org.coptest.testng;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.spi.Untrusted;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.testng.IConfigurationListener;
import org.testng.ITestListener;
import org.testng.ITestResult;

/** Takes results from TestNG to the platform and into the record. */
final class SuiteResults implements ITestListener, IConfigurationListener {
  static final String EVENT = "lab-test";
  private static final int LONGEST = 500;
  private final String device;
  private final SuiteNode node;
  private final EngineExecutionListener platform;
  private final CampaignRecord record;
  private final Map<ITestResult, SuiteNode> running = new HashMap<>();
  private int number;

  SuiteResults(
      String device, SuiteNode node, EngineExecutionListener platform, CampaignRecord record) {
    this.device = device;
    this.node = node;
    this.platform = platform;
    this.record = record;
  }

  @Override
  public void onTestStart(ITestResult result) {
    started(result);
  }

  @Override
  public void onTestSuccess(ITestResult result) {
    finished(result, "passed", TestExecutionResult.successful());
  }

  @Override
  public void onTestFailure(ITestResult result) {
    finished(result, "failed", TestExecutionResult.failed(result.getThrowable()));
  }

  @Override
  public void onTestFailedButWithinSuccessPercentage(ITestResult result) {
    onTestFailure(result);
  }

  @Override
  public void onTestSkipped(ITestResult result) {
    // TestNG skips some methods without having started them.
    if (!running.containsKey(result)) {
      started(result);
    }
    finished(result, "skipped", TestExecutionResult.aborted(result.getThrowable()));
  }

  @Override
  public void onConfigurationFailure(ITestResult result) {
    record.note(device, EVENT, facts(result, "configuration failed"));
  }

  private void started(ITestResult result) {
    var test = node.test(name(result), ++number);
    node.addChild(test);
    running.put(result, test);
    platform.dynamicTestRegistered(test);
    platform.executionStarted(test);
  }

  private void finished(ITestResult result, String verdict, TestExecutionResult outcome) {
    record.note(device, EVENT, facts(result, verdict));
    var test = running.remove(result);
    if (test != null) {
      platform.executionFinished(test, outcome);
    }
  }

  private static Map<String, String> facts(ITestResult result, String verdict) {
    var reason = Optional.ofNullable(result.getThrowable()).map(Throwable::toString).orElse("");
    return Map.of(
        "test",
        name(result),
        "verdict",
        verdict,
        "reason",
        Untrusted.quote(reason, LONGEST),
        "tookMs",
        "" + (result.getEndMillis() - result.getStartMillis()));
  }

  private static String name(ITestResult result) {
    return result.getTestClass().getName() + "." + result.getMethod().getMethodName();
  }
}
