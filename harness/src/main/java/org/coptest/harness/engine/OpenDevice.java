package org.coptest.harness.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.Driver;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** A device that is being looked at: open from its first probe to its last. */
public interface OpenDevice extends AutoCloseable {

  /** The device as declared, with every reference resolved. */
  Target target();

  /** The door to the network. */
  Dut dut();

  /** The driver that the target declares under this name; empty when there is none. */
  default Optional<Driver> driver(String name) {
    return Optional.empty();
  }

  /** Addresses, ports of emulated services and the like, for the record. */
  Map<String, String> facts();

  /** Begins a probe that may take this long; transcripts until its end belong to it. */
  EvidenceLog begin(String probe, Duration limit);

  /** The same for a probe that was authorised for this class. */
  default EvidenceLog begin(String probe, SafetyClass authorised, Duration limit) {
    return begin(probe, limit);
  }

  /** Ends the probe begun last; its evidence. */
  List<EvidenceRef> end();

  /** Looks for a sign of life, waiting for recovery as the pace allows. */
  Life life() throws InterruptedException;

  /** Why the last look for a sign of life found another device; empty when it did not. */
  default Optional<String> change() {
    return Optional.empty();
  }

  @Override
  void close();

  /** Whether a device shows signs of life. */
  enum Life {
    ALIVE,
    NEVER_SEEN,
    DIED,
    /** It answers, and is another device than before. */
    CHANGED,
    /** The bench could not ask; says nothing about the device. */
    UNASKED
  }
}
