package org.coptest.harness.record;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coptest.harness.record.EventPayloads.CaseId;
import org.coptest.harness.record.EventPayloads.DeviceEnd;

/**
 * Composes a finished device for run.json from its lines in the log: a judged test case goes over
 * byte by byte, because both files hold it in the same form.
 */
final class DeviceJson {
  private static final byte[] CLOSED = {']', '}'};
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

  private DeviceJson() {}

  /**
   * What {@link RecordJson#bytes} would give for the result of this device.
   *
   * @param cases its judged test cases; of one judged twice, the later line counts
   */
  static byte[] of(String target, DeviceEnd end, Stream<Event> cases) {
    var judged = new HashMap<String, Event>();
    // Reading the id goes over the whole payload, so that no damaged line is carried over.
    cases.forEach(line -> judged.put(line.payload(CaseId.class).id(), line));
    var json = new DeviceJson();
    json.device(end.with(target, Map.of()), end, judged);
    return json.out.toByteArray();
  }

  private void device(TargetResult device, DeviceEnd end, Map<String, Event> judged) {
    opened(
        new TargetResult(
            device.id(),
            device.identity(),
            device.address(),
            device.state(),
            device.verdict(),
            List.of()));
    for (int i = 0; i < device.provisions().size(); i++) {
      separated(i > 0);
      provision(device.provisions().get(i), end.provisions().get(i).cases(), judged);
    }
    out.writeBytes(CLOSED);
  }

  private void provision(ProvisionResult empty, List<String> cases, Map<String, Event> judged) {
    opened(empty);
    var known = cases.stream().filter(judged::containsKey).map(judged::get).toList();
    for (int i = 0; i < known.size(); i++) {
      separated(i > 0);
      var line = known.get(i);
      out.write(line.bytes(), line.payloadAt(), line.payloadLength());
    }
    out.writeBytes(CLOSED);
  }

  /** A record whose last component is an empty list, up to the place of its first element. */
  private void opened(Object record) {
    var json = RecordJson.bytes(record);
    out.write(json, 0, json.length - CLOSED.length);
  }

  private void separated(boolean following) {
    if (following) {
      out.write(',');
    }
  }
}
