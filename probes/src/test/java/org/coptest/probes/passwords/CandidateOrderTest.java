package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.testing.Declared;
import org.coptest.spi.declaration.Identity;
import org.junit.jupiter.api.Test;

class CandidateOrderTest {
  private final List<CredentialRow> rows = CredentialList.bundled().rows();

  @Test
  void beginsWithTheDeviceThenItsMakerThenMirai() {
    var order = order("manufacturer", "Zyxel Communications", "model", "NX-1");
    var ids = order.stream().map(Candidate::id).toList();

    assertThat(ids.getFirst()).startsWith("device:");
    assertThat(firstOf(ids, "credentials:")).isLessThan(firstOf(ids, "mirai:"));
    assertThat(row(ids.get(firstOf(ids, "credentials:"))).vendor()).contains("Zyxel");
  }

  @Test
  void leavesOutRowsOfOtherMakersOnceTheMakerIsDeclared() {
    var declared = order("manufacturer", "Nobody At All");
    var unknown = order();

    assertThat(declared).hasSizeLessThan(120);
    assertThat(unknown).hasSizeGreaterThan(300);
    assertThat(declared.stream().map(Candidate::id).filter(id -> id.startsWith("credentials:")))
        .allMatch(id -> row(id).generic());
  }

  @Test
  void goesRoundTheUsersOfTheMiraiTable() {
    var mirai = order().stream().filter(c -> c.id().startsWith("mirai:")).limit(12).toList();

    assertThat(mirai.getFirst().id()).isEqualTo("mirai:01");
    assertThat(mirai).extracting(Candidate::user).doesNotHaveDuplicates();
  }

  @Test
  void triesEachPairOnce() {
    assertThat(order()).extracting(c -> List.of(c.user(), c.password())).doesNotHaveDuplicates();
  }

  private List<Candidate> order(Object... identity) {
    return new CandidateOrder(rows, Declared.row(Identity.class, identity))
        .forProtocol(LoginProtocol.TELNET, Optional.empty());
  }

  private CredentialRow row(String id) {
    return rows.get(Integer.parseInt(id.substring("credentials:".length())) - 1);
  }

  private static int firstOf(List<String> ids, String prefix) {
    return ids.indexOf(ids.stream().filter(id -> id.startsWith(prefix)).findFirst().orElseThrow());
  }
}
