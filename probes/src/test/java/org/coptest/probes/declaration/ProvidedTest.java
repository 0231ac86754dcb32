package org.coptest.probes.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.declaration.Conf;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.PhysIntf;
import org.coptest.spi.declaration.UpdMech;
import org.coptest.spi.declaration.UpdateConfig;
import org.coptest.spi.declaration.UpdateNotification;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

final class ProvidedTest {
  private static List<RowJudgement> judge(Ixit ixit, String... requires) {
    var values = Map.of("requires", List.of(requires));
    return new Provided()
        .judge(RecordedSeen.of(), Declared.criteria(Declared.target(ixit), values));
  }

  private static UpdMech ota(Object... more) {
    var all = new Object[more.length + 2];
    all[0] = "id";
    all[1] = "UpdMech-OTA";
    System.arraycopy(more, 0, all, 2, more.length);
    return Declared.row(UpdMech.class, all);
  }

  private static RowJudgement.Undecided only(List<RowJudgement> rows) {
    assertThat(rows).hasSize(1);
    return (RowJudgement.Undecided) rows.get(0);
  }

  private static void assertPrepared(RowJudgement row) {
    assertThat(((RowJudgement.Undecided) row).prepared()).contains(Verdict.PASS);
  }

  private static void assertMissing(RowJudgement row, String path) {
    assertThat(((RowJudgement.Undecided) row).cause()).isEqualTo(Cause.MISSING_INPUT);
    assertThat(row.reason()).contains(path);
  }

  @Test
  void preparesEachRowThatDeclaresTheField() {
    var ixit = Declared.ixit("updMech", List.of(ota("checkEvery", Duration.ofDays(1))));
    var row = only(judge(ixit, "ixit.updMech[].checkEvery"));
    assertThat(row.subject()).isEqualTo("UpdMech-OTA");
    assertPrepared(row);
  }

  @Test
  void namesTheFieldOfTheRowThatLacksIt() {
    var usb = Declared.row(UpdMech.class, "id", "UpdMech-Usb");
    var ixit = Declared.ixit("updMech", List.of(ota("checkEvery", Duration.ofDays(1)), usb));
    var rows = judge(ixit, "ixit.updMech[].checkEvery");
    assertPrepared(rows.get(0));
    assertMissing(rows.get(1), "ixit.updMech[UpdMech-Usb].checkEvery");
  }

  @Test
  void gathersSeveralFieldsOfARow() {
    var row =
        only(
            judge(
                Declared.ixit("updMech", List.of(ota("text", " "))),
                "ixit.updMech[].text",
                "ixit.updMech[].checkEvery"));
    assertMissing(row, "ixit.updMech[UpdMech-OTA].text and checkEvery");
  }

  @Test
  void namesTheTableThatIsAbsent() {
    assertMissing(only(judge(Declared.ixit(), "ixit.updMech[].text")), "ixit.updMech");
  }

  @Test
  void preparesATableThatIsDeclaredEmpty() {
    var row = only(judge(Declared.ixit("updMech", List.of()), "ixit.updMech[].text"));
    assertPrepared(row);
    assertThat(row.reason()).contains("declared empty");
  }

  @Test
  void asksOnlyRowsThatTheFilterNames() {
    var on = Declared.row(PhysIntf.class, "id", "PhyIntf-Lan", "status", InterfaceStatus.ENABLED);
    var off = Declared.row(PhysIntf.class, "id", "PhyIntf-Usb", "status", InterfaceStatus.DISABLED);
    var ixit = Declared.ixit("physIntf", List.of(on, off));
    var row = only(judge(ixit, "ixit.physIntf[status=enabled].purpose"));
    assertMissing(row, "ixit.physIntf[PhyIntf-Lan].purpose");
    assertPrepared(
        only(
            judge(
                Declared.ixit("physIntf", List.of(off)), "ixit.physIntf[status=enabled].purpose")));
  }

  @Test
  void asksForTheFilterFieldWhenItIsAbsent() {
    var ixit = Declared.ixit("physIntf", List.of(Declared.row(PhysIntf.class, "id", "PhyIntf-X")));
    assertMissing(
        only(judge(ixit, "ixit.physIntf[debug=true].status")), "ixit.physIntf[PhyIntf-X].debug");
  }

  @Test
  void followsKeysBelowARow() {
    var kind = Declared.row(UpdateNotification.class, "kind", "app");
    var ixit = Declared.ixit("updMech", List.of(ota("notification", kind)));
    assertPrepared(only(judge(ixit, "ixit.updMech[].notification.kind")));
    assertMissing(
        only(judge(ixit, "ixit.updMech[].notification.risks")),
        "ixit.updMech[UpdMech-OTA].notification.risks");
  }

  @Test
  void knowsKeysByTheirNameInTheFile() {
    var config = Declared.row(UpdateConfig.class, "byDefault", "on");
    var ixit = Declared.ixit("updMech", List.of(ota("automatic", true, "config", config)));
    assertPrepared(only(judge(ixit, "ixit.updMech[automatic=true].config.default")));
  }

  @Test
  void readsConfirmations() {
    var ixit = Declared.ixit("conf", Declared.row(Conf.class, "secureManagement", true));
    assertPrepared(only(judge(ixit, "ixit.conf.secureManagement")));
    assertMissing(only(judge(ixit, "ixit.conf.updateProcedures")), "ixit.conf.updateProcedures");
    assertMissing(
        only(judge(Declared.ixit(), "ixit.conf.secureManagement")), "ixit.conf.secureManagement");
  }

  @Test
  void refusesPathsThatDoNotExist() {
    assertThatThrownBy(() -> judge(Declared.ixit(), "ixit.conf.secureManagment"))
        .hasMessageContaining("secureManagment");
    assertThatThrownBy(() -> judge(Declared.ixit("updMech", List.of(ota())), "ixit.updMech[].x"))
        .hasMessageContaining("no key x");
    assertThatThrownBy(() -> judge(Declared.ixit())).hasMessageContaining("requires");
  }

  @Test
  void canReadEveryPathThatTheSuitesRequire() throws IOException {
    var paths = new TreeSet<String>();
    var shape = Pattern.compile("ixit\\.\\w+(\\[[^\\]]*\\])?(\\.\\w+)+");
    try (var files = Files.newDirectoryStream(Path.of("..", "suites"), "[0-9]*.yaml")) {
      for (var file : files) {
        var requires = Pattern.compile("(?s)requires:\\s*(\\[.*?\"?\\]\\s*\\n|(\\s*- .*?\\n)+)");
        var blocks = requires.matcher(Files.readString(file));
        while (blocks.find()) {
          var match = shape.matcher(blocks.group());
          while (match.find()) {
            paths.add(match.group());
          }
        }
      }
    }
    assertThat(paths).hasSizeGreaterThan(50);
    for (var path : paths) {
      var parsed = RequiredPath.parse(path);
      var keys = new java.util.ArrayList<>(List.of(parsed.part()));
      keys.addAll(parsed.fields());
      assertThat(Fields.type(Ixit.class, keys)).as(path).isNotNull();
    }
  }
}
