package org.coptest.testng;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.testng.TestNGException;

/** Makes instances of a suite; its constructor may take the {@link Dut} and the {@link Target}. */
record DeviceInjection(OpenDevice device) {

  /**
   * An instance with this device.
   *
   * @throws TestNGException when there is no fitting constructor, or it fails
   */
  Object made(Class<?> type) {
    var constructor = widest(type);
    var values =
        Arrays.stream(constructor.getParameterTypes())
            .map(taken -> taken == Dut.class ? device.dut() : device.target())
            .toArray();
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException failed) {
      throw new TestNGException(
          "the constructor of %s failed: %s".formatted(type.getName(), failed.getCause()), failed);
    } catch (InstantiationException | IllegalAccessException hidden) {
      throw new TestNGException("%s cannot be made: %s".formatted(type.getName(), hidden), hidden);
    }
  }

  private static Constructor<?> widest(Class<?> type) {
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
}
