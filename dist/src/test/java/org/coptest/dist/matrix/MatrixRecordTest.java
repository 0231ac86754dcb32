package org.coptest.dist.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What holds for every verdict, whatever the device: a PASS was earned, a FAIL can be shown. */
class MatrixRecordTest {

  private final MatrixRun run = MatrixRun.once();

  @Test
  void theRecordIsWhatItsSchemaSays() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(SmallHome.checkout().resolve("docs/run.schema.json")),
                InputFormat.JSON);

    assertThat(
            schema.validate(Files.readString(run.folder().resolve("run.json")), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void noUnitPassesWithoutARow() {
    assertThat(units().filter(unit -> unit.verdict() == Verdict.PASS))
        .isNotEmpty()
        .allSatisfy(unit ->
            assertThat(unit.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.verdict()).isEqualTo(Verdict.PASS)));
  }

  @Test
  void everyFailSaysWhatAMakerNeeds() {
    assertThat(rows().filter(row -> row.verdict() == Verdict.FAIL))
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.expected()).isPresent();
          assertThat(row.found()).isPresent();
          assertThat(row.declaredAt()).isPresent();
          assertThat(row.fix()).isPresent();
          assertThat(row.reproduce()).isPresent();
          // What contradicts itself on paper is shown by the paper, which declaredAt names.
          if (!row.probe().orElse("").startsWith("passwords.preset-")) {
            assertThat(row.evidence()).as(row.reason()).hasSizeGreaterThan(1);
          }
        });
  }

  @Test
  void everyOtherVerdictHasACause() {
    assertThat(
            rows()
                .filter(row -> row.verdict() != Verdict.PASS && row.verdict() != Verdict.FAIL)
                .filter(row -> row.verdict() != Verdict.NOT_APPLICABLE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.cause()).as(row.reason()).isPresent());
  }

  @Test
  void everyPieceOfEvidenceIsThereAsItWasHashed() {
    assertThat(rows().flatMap(row -> row.evidence().stream()).distinct())
        .isNotEmpty()
        .allSatisfy(file -> {
          Path place = run.folder().resolve(file.path());
          assertThat(Digests.sha256(place)).as(file.path()).isEqualTo(file.sha256());
        });
  }

  @Test
  void noSubjectIsAnAddress() {
    assertThat(rows().map(RowResult::subject))
        .isNotEmpty()
        .noneMatch(subject -> subject.matches(".*127\\.\\d+\\.\\d+\\.\\d+.*"));
  }

  private Stream<UnitResult> units() {
    return run.document().targets().stream()
        .flatMap(target -> target.provisions().stream())
        .flatMap(provision -> provision.cases().stream())
        .flatMap(one -> one.units().stream());
  }

  private Stream<RowResult> rows() {
    return units().flatMap(unit -> unit.rows().stream());
  }
}
