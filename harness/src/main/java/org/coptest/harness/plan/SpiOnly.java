package org.coptest.harness.plan;

/** Parent of a plug-in's class loader: shows the JDK and the spi, and nothing else of the tool. */
final class SpiOnly extends ClassLoader {
  private final ClassLoader tool;

  SpiOnly(ClassLoader tool) {
    super("spi", ClassLoader.getPlatformClassLoader());
    this.tool = tool;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith("org.coptest.spi.") || name.startsWith("org.jspecify.annotations.")) {
      return tool.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
