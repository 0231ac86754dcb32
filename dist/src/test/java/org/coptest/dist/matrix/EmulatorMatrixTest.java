package org.coptest.dist.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/** Runs the TestNG matrix and shows each of its tests as one of ours. */
class EmulatorMatrixTest {

  @TestFactory
  List<DynamicTest> everyDevice() {
    var results = new Results();
    var testng = new TestNG(false);
    testng.setVerbose(0);
    testng.setUseDefaultListeners(false);
    testng.setTestClasses(new Class<?>[] {EmulatorMatrix.class});
    testng.addListener(results);
    testng.run();

    assertThat(results.all).as("devices of the matrix").hasSizeGreaterThan(30);
    return results.all.stream().map(EmulatorMatrixTest::shown).toList();
  }

  private static DynamicTest shown(ITestResult result) {
    return DynamicTest.dynamicTest(
        "" + result.getParameters()[0],
        () -> {
          if (result.getStatus() != ITestResult.SUCCESS) {
            throw result.getThrowable();
          }
        });
  }

  private static final class Results implements ITestListener {
    private final List<ITestResult> all = new ArrayList<>();

    @Override
    public void onTestSuccess(ITestResult result) {
      all.add(result);
    }

    @Override
    public void onTestFailure(ITestResult result) {
      all.add(result);
    }

    @Override
    public void onTestSkipped(ITestResult result) {
      all.add(result);
    }
  }
}
