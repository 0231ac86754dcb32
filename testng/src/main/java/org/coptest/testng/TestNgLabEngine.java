package org.coptest.testng;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coptest.harness.engine.LabEngine;
import org.junit.platform.engine.TestEngine;

/** Offers TestNG as the second engine of a launch. */
@AutoService(LabEngine.class)
public final class TestNgLabEngine implements LabEngine {

  @Override
  public TestEngine engine(List<Path> jars, Bench bench) throws IOException {
    return new SuiteEngine(SuiteJars.classes(jars), bench);
  }
}
