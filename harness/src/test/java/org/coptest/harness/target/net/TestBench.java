package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.coptest.spi.declaration.Pace;

/** A device on loopback with its record, ready for one probe. */
final class TestBench implements AutoCloseable {
  static final byte[] SALT = {1, 2, 3, 4};
  final MemoryRecord record = new MemoryRecord();
  final LiveDut dut;
  final Deadline run = Deadline.after("run", Duration.ofSeconds(30), BenchTime.system());

  private TestBench(DutSettings settings) {
    dut = new LiveDut(settings, record);
  }

  static TestBench at(InetAddress... addresses) {
    return with(Limits.standard(), addresses);
  }

  static TestBench with(Limits limits, InetAddress... addresses) {
    return new TestBench(settings(Pace.UNLIMITED, addresses).within(limits));
  }

  static TestBench with(DutSettings settings) {
    return new TestBench(settings);
  }

  static DutSettings settings(Pace pace, InetAddress... addresses) {
    return new DutSettings(
        "cam-1",
        List.of(addresses),
        false,
        PaceTable.of(pace),
        Limits.standard(),
        List.of(),
        List.of(),
        List.of(),
        List.of("declared-pw"),
        7,
        Deadline.after("device", Duration.ofSeconds(30), BenchTime.system()),
        List.of(),
        BenchTime.system());
  }

  LiveDut probing() {
    return probing(Duration.ofSeconds(20));
  }

  LiveDut probing(Duration limit) {
    dut.beginProbe("topic.name", run.child("probe", limit), SALT);
    return dut;
  }

  static InetAddress loopback(String address) throws UnknownHostException {
    return InetAddress.getByName(address);
  }

  @Override
  public void close() {
    dut.close();
  }
}
