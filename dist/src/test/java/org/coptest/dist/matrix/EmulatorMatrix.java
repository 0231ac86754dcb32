package org.coptest.dist.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.regex.Pattern;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The matrix as a TestNG class: a data provider over the devices, one test each. */
public final class EmulatorMatrix {

  private static final Pattern TARGET = Pattern.compile("(?m)^  - id: (\\S+)$");

  /** The ids of all targets of the matrix. */
  @DataProvider
  public Iterator<Object[]> devices() {
    return TARGET
        .matcher(MatrixRun.text("targets.yaml"))
        .results()
        .map(found -> new Object[] {found.group(1)})
        .iterator();
  }

  /** Every verdict of the device is the one that its file expects. */
  @Test(dataProvider = "devices")
  public void isJudgedAsExpected(String device) {
    assertThat(Expectations.of(device).differences(MatrixRun.once())).isEmpty();
  }
}
