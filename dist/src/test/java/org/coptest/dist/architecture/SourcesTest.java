package org.coptest.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources tell. */
class SourcesTest {

  private static final int MOST_LINES = 250;
  private static final int MOST_LINES_OF_A_METHOD = 40;

  @Test
  void noFileIsTooLongToBeRead() {
    assertThat(main().filter(source -> source.lines().size() > MOST_LINES))
        .extracting(source -> source.name() + " has " + source.lines().size() + " lines")
        .isEmpty();
  }

  @Test
  void noMethodIsTooLongToBeRead() {
    assertThat(
            main()
                .flatMap(source -> source.methods().stream())
                .filter(method -> method.lines() > MOST_LINES_OF_A_METHOD))
        .isEmpty();
  }

  @Test
  void everyPackageSaysThatNothingIsNullByItself() {
    assertThat(
            SourceFile.all("src/main/java").stream()
                .filter(source -> !source.sibling("package-info.java").contains("@NullMarked"))
                .map(SourceFile::name))
        .isEmpty();
  }

  @Test
  void everyPublicTypeHasItsSentence() {
    assertThat(main().filter(source -> !source.publicTypeIsDocumented()).map(SourceFile::name))
        .isEmpty();
  }

  private static Stream<SourceFile> main() {
    var sources = SourceFile.all("src/main/java");
    assertThat(sources).hasSizeGreaterThan(300);
    return sources.stream().filter(source -> !source.name().endsWith("package-info.java"));
  }

  /** Keeps the scan itself honest: a method of known length is measured as such. */
  @Test
  void theScanMeasuresMethods() {
    var text = List.of("class A {", "  int one() {", "    return 1;", "  }", "", "  int two() {");

    var methods = new SourceFile("A.java", java.nio.file.Path.of("A.java"), text).methods();

    assertThat(methods).containsExactly(new SourceFile.Method("A.java:2", 3));
  }
}
