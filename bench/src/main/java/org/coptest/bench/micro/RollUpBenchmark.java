package org.coptest.bench.micro;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProvisionHead;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RollUp;
import org.coptest.harness.record.RowResult;
import org.coptest.spi.verdict.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One device rolled up: 109 test cases of two rows each under 68 provisions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RollUpBenchmark {
  private static final int PROVISIONS = 68;
  private static final int CASES = 109;
  private final List<ProvisionHead> heads =
      IntStream.range(0, PROVISIONS).mapToObj(RollUpBenchmark::head).toList();

  private static ProvisionHead head(int number) {
    var cases =
        IntStream.range(0, CASES)
            .filter(one -> one % PROVISIONS == number)
            .mapToObj(Integer::toString)
            .toList();
    return new ProvisionHead("5." + number, "5", "M", "title", cases);
  }

  /** Rows to units, units to cases, cases to provisions, provisions to the device. */
  @Benchmark
  public Verdict oneDevice() {
    var cases = IntStream.range(0, CASES).mapToObj(RollUpBenchmark::testCase).toList();
    List<ProvisionResult> provisions = RollUp.provisions(heads, cases);
    return RollUp.device(provisions);
  }

  private static CaseResult testCase(int number) {
    var rows = List.of(row(Verdict.PASS), row(number == 7 ? Verdict.FAIL : Verdict.PASS));
    var unit = RollUp.unit("a", Optional.empty(), true, rows);
    return RollUp.testCase(Integer.toString(number), "functional", List.of(unit), Optional.empty());
  }

  private static RowResult row(Verdict verdict) {
    return new RowResult(
        "tcp/443",
        verdict,
        Optional.empty(),
        "as it must be",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
