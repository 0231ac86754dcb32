package org.coptest.testng;

import java.lang.reflect.Constructor;
import java.util.List;
import org.testng.ITestObjectFactory;
import org.testng.annotations.Factory;

/**
 * Hands TestNG the instances of the suites. TestNG itself looks for a constructor without
 * parameters before it asks anybody, so a suite that takes its device there must be made before.
 */
public final class SuiteInstances {

  private final List<Object> instances;

  /** TestNG looks for this one; what it gets comes from {@link Handing}. */
  public SuiteInstances() {
    this(List.of());
  }

  SuiteInstances(List<Object> instances) {
    this.instances = instances;
  }

  /** The suites, each with its device. */
  @Factory
  public Object[] instances() {
    return instances.toArray();
  }

  /** Lets TestNG have these instances. */
  record Handing(List<Object> instances) implements ITestObjectFactory {
    @Override
    public <T> T newInstance(Constructor<T> constructor, Object... parameters) {
      var type = constructor.getDeclaringClass();
      return type == SuiteInstances.class
          ? type.cast(new SuiteInstances(instances))
          : ITestObjectFactory.super.newInstance(constructor, parameters);
    }
  }
}
