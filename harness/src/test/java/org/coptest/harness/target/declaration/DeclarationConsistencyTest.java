package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationConsistencyTest {
  @TempDir private Path path = Path.of("");

  private List<String> findings(String declaration) {
    var target = "- id: cam\n  reach: {host: a}\n  " + declaration.replace("; ", "\n  ");
    return DeclarationConsistency.findings(
            new DeclarationFolder(path).read(target).targets().getFirst().unstarted())
        .stream()
        .map(DocumentationFinding::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ics: {"5.1-1": {support: Y}}; ixit: {updMech: []} | none
          ixit: {softComp: [{id: S, updateMechs: []}]} | ixit.softComp.S names no mechanism of ixit.updMech and no reason
          ixit: {softComp: [{id: S, updateMechs: [], immutableReason: ROM}]} | none
          ixit: {softComp: [{id: S}]} | none
          ixit: {softServ: [{id: S, network: true, authMechs: []}]} | ixit.softServ.S asks for no login of ixit.authMech and gives no justification
          ixit: {softServ: [{id: S, network: true, authMechs: [], justification: public}]} | none
          ixit: {authMech: [{id: A, factor: password}], secParam: []} | ixit.authMech.A uses a password that ixit.secParam does not list
          ixit: {authMech: [{id: A, factor: password}]} | none
          ixit: {logIntf: [{id: L, status: enabled}], inpVal: []} | ixit.logIntf.L is the source of nothing in ixit.inpVal
          ixit: {logIntf: [{id: L, status: enabled}], inpVal: [{id: I, source: [L]}]} | none
          ixit: {userIntf: [{id: U}], inpVal: []} | ixit.userIntf.U is the source of nothing in ixit.inpVal
          ixit: {persData: [{id: P}], delFunc: []} | ixit.persData.P is covered by nothing in ixit.delFunc
          ixit: {persData: [{id: P}], delFunc: [{id: D, covers: [P]}]} | none
          """)
  void findsContradictions(String declaration, String expected) {
    assertThat(findings(declaration))
        .isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
  }

  @Test
  void findsAClaimThatItsTableContradicts() throws IOException {
    var text =
        """
        - id: cam
          reach: {host: a}
          ics: {"5.3-6": {support: Y}, "5.3-2": {support: Y}}
          ixit: {updMech: []}
        """;
    var references = DeclarationFolder.REFERENCES;
    var file = new DeclarationFolder(path).write("c.yaml", text);
    var target =
        TargetsReader.read(
                file,
                new References(
                    references.emulators(),
                    java.util.Set.of(),
                    references.environment(),
                    references.clock()))
            .targets()
            .getFirst()
            .unstarted();

    assertThat(DeclarationConsistency.findings(target))
        .extracting(DocumentationFinding::message)
        .containsExactly(
            "ics.5.3-2 is claimed, but ixit.updMech is empty",
            "ics.5.3-6 is claimed, but ixit.updMech has no automatic mechanism");
    assertThat(DeclarationConsistency.findings(target).getFirst().at().line()).isEqualTo(3);
  }

  @Test
  void theDocumentedExampleIsConsistent() throws IOException {
    var targets = new DeclarationFolder(path).read(AddingATargetDocumentTest.fullExample());

    assertThat(DeclarationConsistency.findings(targets.targets().getFirst().unstarted())).isEmpty();
  }
}
