package org.coptest.harness.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.coptest.harness.record.EventPayloads.EvidenceEntry;

/** Where in the log each device's lines lie; grows while a campaign runs. */
final class EventIndex {
  private final Map<String, Device> devices = new ConcurrentHashMap<>();
  private final Queue<String> order = new ConcurrentLinkedQueue<>();
  private final Spans evidence = new Spans();
  private final Spans headers = new Spans();
  private final Spans ends = new Spans();

  /** The lines of one device since it was last begun, by kind; {@code latest} outlives that. */
  record Device(Spans started, Spans outcomes, Spans cases, Spans finished, Spans latest) {
    Device() {
      this(new Spans(), new Spans(), new Spans(), new Spans(), new Spans());
    }

    void begin(Span span) {
      started.set(0, span);
      outcomes.clear();
      cases.clear();
      finished.clear();
    }

    void outcome(Span span) {
      outcomes.add(span);
      latest.set(0, span);
    }
  }

  void accept(Event event) {
    var span = new Span(event.offset(), event.bytes().length);
    EventKind.of(event.kind()).ifPresent(kind -> add(kind, event.target(), span));
    if (event.is(EventKind.EVIDENCE)) {
      evidence.set(event.payload(EvidenceEntry.class).number(), span);
    }
  }

  void add(EventKind kind, String target, Span span) {
    switch (kind) {
      case CAMPAIGN -> headers.add(span);
      case FINISHED -> ends.add(span);
      case DEVICE_STARTED -> device(target).begin(span);
      case PROBE_FINISHED -> device(target).outcome(span);
      case CASE_JUDGED -> device(target).cases().add(span);
      case DEVICE_FINISHED -> device(target).finished().add(span);
      // A run that goes on has not finished yet.
      case RESUMED -> ends.clear();
      case PROBE_STARTED, EVIDENCE, NOTE -> {}
    }
  }

  void addEvidence(int number, Span span) {
    evidence.set(number, span);
  }

  private Device device(String target) {
    return devices.computeIfAbsent(
        target,
        id -> {
          order.add(id);
          return new Device();
        });
  }

  Optional<Device> find(String target) {
    return Optional.ofNullable(devices.get(target));
  }

  Optional<Span> evidence(int number) {
    return evidence.get(number);
  }

  /** The highest number given to a piece of evidence. */
  int lastEvidence() {
    return Math.max(0, evidence.size() - 1);
  }

  Optional<Span> header() {
    return headers.get(0);
  }

  Optional<Span> end() {
    return ends.last();
  }

  /** Targets in the order in which they first appear. */
  List<String> targets() {
    return new ArrayList<>(order);
  }
}
