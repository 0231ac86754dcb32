package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CredentialListTest {
  private final CredentialList list = CredentialList.bundled();
  private final List<CredentialRow> mirai =
      list.rows().stream().filter(CredentialRow::mirai).toList();

  @Test
  void isTheFileThatItsFactsDescribe() throws IOException {
    var facts = new Properties();
    try (InputStream in =
        CredentialListTest.class.getResourceAsStream("/org/coptest/lists/credentials.properties")) {
      facts.load(in);
    }

    assertThat(list.about().sha256()).isEqualTo(facts.getProperty("sha256"));
    assertThat(list.about().count()).isEqualTo(Integer.parseInt(facts.getProperty("rows")));
    assertThat(list.about().date()).isEqualTo("2026-11-22");
    assertThat(list.rows())
        .flatExtracting(row -> List.of(row.source().split("\\+")))
        .allMatch(source -> facts.containsKey("source." + source));
  }

  @Test
  void holdsTheMiraiTableInItsOrderWithItsOnePairTwice() {
    var pairs = mirai.stream().map(r -> r.user() + "/" + r.password()).toList();

    assertThat(pairs).hasSize(62).contains("Administrator/meinsm", "root/zlxx.", "root/", "admin/");
    assertThat(new HashSet<>(pairs)).hasSize(61);
    assertThat(pairs.get(30)).isEqualTo("guest/12345").isEqualTo(pairs.get(31));
    assertThat(pairs.get(57)).isEqualTo("admin/4321");
    assertThat(mirai.getFirst().id()).isEqualTo("mirai:01");
  }

  @Test
  void hasNoneOfTheTranscriptionErrorsInCirculation() {
    var passwords = mirai.stream().map(CredentialRow::password).collect(Collectors.toSet());

    assertThat(passwords)
        .contains("juantech", "admin1234", "smcadmin", "00000000")
        .doesNotContain("jauntech", "20xbully", "20xbullu", "000000", "(none)");
  }

  @Test
  void hasNoTrailingBlanksAndNoRowTwiceOutsideMirai() {
    var rest = list.rows().stream().filter(row -> !row.mirai()).toList();

    assertThat(list.rows()).allMatch(r -> r.password().equals(r.password().stripTrailing()));
    assertThat(rest)
        .extracting(r -> List.of(r.protocol(), r.user(), r.password(), r.vendor()))
        .doesNotHaveDuplicates();
  }

  @Test
  void readsQuotedFields() {
    assertThat(CredentialList.fields("any,\"a,b\",\"say \"\"x\"\"\",v,s,"))
        .containsExactly("any", "a,b", "say \"x\"", "v", "s", "");
  }
}
