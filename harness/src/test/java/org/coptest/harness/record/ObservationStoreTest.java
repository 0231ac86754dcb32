package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.EventPayloads.ObservationFile;
import org.coptest.harness.record.EventPayloads.ProbeEnd;
import org.coptest.harness.record.ObservationStore.UnreadableException;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationStoreTest {
  private static final String FIXTURE = "test.sweep-1.json";

  @TempDir Path temp;
  private CampaignFolder folder;
  private ObservationStore store;

  @BeforeEach
  void opensAStore() {
    folder = new CampaignFolder(temp);
    store = new ObservationStore(folder, Samples.types());
    store.prepare("cam-01");
  }

  @Test
  void stillReadsTheFirstVersionEverReleased() throws Exception {
    var released = fixture();

    assertThat(read(released, "test.sweep", 1).observation())
        .isEqualTo(Samples.sweep("SSH-2.0-released"));
  }

  @Test
  void writesTodayWhatItReleasedAsThatVersion() throws Exception {
    store.write("cam-01/0001-test.sweep", Samples.observed("SSH-2.0-released"));

    assertThat(folder.observations().resolve("cam-01/0001-test.sweep.json"))
        .hasContent(new String(fixture(), StandardCharsets.UTF_8));
  }

  @Test
  void readsAFieldThatWasAddedLaterAsEmpty() throws Exception {
    var json = new String(fixture(), StandardCharsets.UTF_8);
    var older =
        json.replaceAll("(?s)\"ports\" : \\[.*?] *,\\s*\"count\"", "\"count\"")
            .replaceAll("\"banner\" : \"[^\"]*\",", "");
    assertThat(older).doesNotContain("ports").doesNotContain("banner");

    var seen = (Samples.Sweep) read(bytes(older), "test.sweep", 1).observation();

    assertThat(seen.ports()).isEmpty();
    assertThat(seen.banner()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "complete", "answer", "at", "open"})
  void neverInventsAFactThatIsMissing(String field) throws Exception {
    var without = new String(fixture(), StandardCharsets.UTF_8).replace('"' + field + '"', "\"x\"");

    assertThatThrownBy(() -> read(bytes(without), "test.sweep", 1))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(field);
  }

  @Test
  void reportsTypesAndVersionsItDoesNotKnow() throws Exception {
    var released = fixture();

    assertThatThrownBy(() -> read(released, "test.sweep", 2))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("test.sweep version 2");
    assertThatThrownBy(() -> read(released, "lab.other", 1))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void reportsAFileThatWasAlteredOrLiesElsewhere() throws Exception {
    var file = written(fixture());
    Files.writeString(file, "{}");
    var altered = new ObservationFile("test.sweep", 1, folder.relative(file), Samples.DIGEST);
    var outside = new ObservationFile("test.sweep", 1, "observations/../../x", Samples.DIGEST);

    assertThatThrownBy(() -> store.read(end(altered), altered)).hasMessageContaining("changed");
    assertThatThrownBy(() -> store.read(end(outside), outside)).hasMessageContaining("missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"data\":[]}",
        "{\"data\":1}",
        "{\"other\":{\"data\":{}}}",
        "{} {}",
        "{\"x\":1"
      })
  void reportsAFileWithoutTheDataOfAnObservation(String json) {
    assertThatThrownBy(() -> read(bytes(json), "test.sweep", 1))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("does not fit test.sweep");
  }

  @Test
  void reportsAFileThatGoesOnBehindTheObservation() throws Exception {
    var longer = new String(fixture(), StandardCharsets.UTF_8).strip() + "{}";

    assertThatThrownBy(() -> read(bytes(longer), "test.sweep", 1))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void neverAsksADnsWhenItReadsAnAddress() throws Exception {
    var json = new String(fixture(), StandardCharsets.UTF_8).replace("fe80", "evil.example ");

    assertThatThrownBy(() -> read(bytes(json), "test.sweep", 1))
        .hasMessageContaining("not an address literal");
  }

  @Test
  void survivesWhateverTextADeviceSends() throws Exception {
    var all = new StringBuilder();
    for (int c = 0; c <= 0xffff; c += c < 0x300 ? 1 : 17) {
      all.append((char) c);
    }
    all.append('\ud83d').append("x\ude00\ud83d\ude00\"\\\u2028").append("A".repeat(1 << 20));
    for (int pad = 0; pad < 9; pad++) {
      var hostile = "p".repeat(pad) + all;
      var stored = store.write("cam-01/0002-test.sweep", Samples.observed(hostile));

      var seen = (Samples.Sweep) store.read(end(stored.file()), stored.file()).observation();
      assertThat(seen.banner().orElse("").equals(hostile)).isTrue();
    }
  }

  @Test
  void findsTheTypeThatAProbeDeclares() {
    assertThat(ObservationTypes.broughtBy(new Samples.SweepProbe())).isEqualTo(Samples.Sweep.class);
  }

  @Test
  void refusesTwoTypesOfOneNameAndVersion() {
    @ObservationType("test.sweep")
    record Other(int x) implements Observation {}

    var types = Samples.types();
    assertThatThrownBy(() -> types.and(Other.class)).hasMessageContaining("test.sweep");
    assertThat(types.and(Samples.Sweep.class).find("test.sweep", 1)).contains(Samples.Sweep.class);
  }

  private static byte[] fixture() throws IOException {
    try (var in = ObservationStoreTest.class.getResourceAsStream(FIXTURE)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path written(byte[] bytes) throws IOException {
    return Files.write(folder.observations().resolve("cam-01/0001-test.sweep.json"), bytes);
  }

  private Observed read(byte[] bytes, String type, int version) throws Exception {
    var file =
        new ObservationFile(type, version, folder.relative(written(bytes)), Sha256.hex(bytes));
    return store.read(end(file), file);
  }

  private static ProbeEnd end(ObservationFile file) {
    return new ProbeEnd(
        "cam-01/0001-test.sweep",
        "test.sweep",
        Samples.NOON,
        Duration.ofMillis(250).toMillis(),
        List.of("T-0001"),
        Optional.of(file),
        Optional.empty(),
        Optional.empty());
  }
}
