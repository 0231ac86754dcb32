package org.coptest.harness.target.net.identity;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coptest.spi.net.Endpoint;

/** Ports of the device that were heard to speak a protocol, whoever asked and why. */
public final class HeardSpeech {
  private static final int MOST = 8;
  private final Map<Speech, Set<Endpoint>> ports = new EnumMap<>(Speech.class);

  /** These were the first bytes of a connection to this port. */
  public synchronized void heard(Endpoint port, byte[] first) {
    var speech = Speech.of(first);
    if (speech.isPresent()) {
      var known = ports.computeIfAbsent(speech.get(), any -> new LinkedHashSet<>());
      if (known.size() < MOST) {
        known.add(port);
      }
    }
  }

  /** The ports that spoke this, in the order of hearing. */
  public synchronized List<Endpoint> ports(Speech speech) {
    return List.copyOf(ports.getOrDefault(speech, Set.of()));
  }
}
