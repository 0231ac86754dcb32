package org.coptest.emulators.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A great number of open ports that count as one service. */
public final class ManyPorts implements Port {

  private final List<Port> ports = new ArrayList<>();

  private ManyPorts() {}

  /** A service that opens this many ports. */
  public static Service of(int count, Conversation conversation) {
    return site -> {
      var many = new ManyPorts();
      try {
        for (var i = 0; i < count; i++) {
          many.ports.add(Listener.open(site, 0, conversation));
        }
      } catch (IOException e) {
        many.close();
        throw e;
      }
      return many;
    };
  }

  /** All of them. */
  List<Integer> numbers() {
    return ports.stream().map(Port::number).toList();
  }

  /** The first of them. */
  @Override
  public int number() {
    return ports.getFirst().number();
  }

  @Override
  public void close() {
    ports.forEach(Port::close);
  }
}
