package org.coptest.testng;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.testng.ITestObjectFactory;
import org.testng.TestNGException;

/** Makes instances of a suite; its constructor may take the {@link Dut} and the {@link Target}. */
final class DeviceInjection implements ITestObjectFactory {
  private final OpenDevice device;

  DeviceInjection(OpenDevice device) {
    this.device = device;
  }

  @Override
  public <T> T newInstance(Class<T> type, Object... parameters) {
    return parameters.length > 0
        ? ITestObjectFactory.super.newInstance(type, parameters)
        : type.cast(made(widest(type)));
  }

  private Constructor<?> widest(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .filter(one -> Arrays.stream(one.getParameterTypes()).allMatch(DeviceInjection::isKnown))
        .max(Comparator.comparingInt(Constructor::getParameterCount))
        .orElseThrow(() ->
            new TestNGException(
                type.getName()
                    + " needs a public constructor that takes nothing, a Dut, a Target or"
                    + " both"));
  }

  private static boolean isKnown(Class<?> parameter) {
    return parameter == Dut.class || parameter == Target.class;
  }

  private Object made(Constructor<?> constructor) {
    var values =
        Arrays.stream(constructor.getParameterTypes())
            .map(type -> type == Dut.class ? device.dut() : device.target())
            .toArray();
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException broken) {
      throw new TestNGException("the constructor of the suite failed: " + broken, broken);
    }
  }
}
