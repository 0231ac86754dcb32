package org.coptest.testng;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coptest.harness.engine.LabEngine;

/** Offers TestNG as the second engine of a launch. */
@AutoService(LabEngine.class)
public final class TestNgLabEngine implements LabEngine {

  @Override
  public Suites suites(List<Path> jars) throws IOException {
    var classes = SuiteJars.classes(jars);
    return bench -> new SuiteEngine(classes, bench);
  }
}
