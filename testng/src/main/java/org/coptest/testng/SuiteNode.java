package org.coptest.testng;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A device below the engine, or a test method below a device. */
final class SuiteNode extends AbstractTestDescriptor {
  private final Type type;

  private SuiteNode(UniqueId id, String name, Type type) {
    super(id, name);
    this.type = type;
  }

  static SuiteNode device(UniqueId engine, String id) {
    return new SuiteNode(engine.append("device", id), id, Type.CONTAINER);
  }

  SuiteNode test(String name, int number) {
    var id = getUniqueId().append("test", name + "#" + number);
    return new SuiteNode(id, name, Type.TEST);
  }

  @Override
  public Type getType() {
    return type;
  }

  @Override
  public boolean mayRegisterTests() {
    return type == Type.CONTAINER;
  }
}
