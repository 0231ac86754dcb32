package org.coptest.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN = List.of("port", "protocol", "userField", "id", "tcp");

  @ParameterizedTest
  @CsvSource({"prot, port", "TCP, tcp", "protocoll, protocol", "user_field, userField", "di, id"})
  void findsWhatWasMeant(String written, String meant) {
    assertThat(Spelling.nearest(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"xy", "firmware", "q"})
  void doesNotGuessWildly(String written) {
    assertThat(Spelling.nearest(written, KNOWN)).isEmpty();
  }

  @Test
  void listsWhatIsKnownWhenNothingIsNear() {
    assertThat(Spelling.hint("firmware", List.of("a1", "b1"), "known keys"))
        .contains("known keys: a1, b1");
  }

  @Test
  void saysNothingWhenNothingIsKnown() {
    assertThat(Spelling.hint("firmware", List.of(), "known keys")).isEmpty();
  }
}
