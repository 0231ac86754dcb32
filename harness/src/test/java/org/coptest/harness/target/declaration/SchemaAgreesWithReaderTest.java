package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.YamlDocument;
import org.coptest.harness.yaml.YamlList;
import org.coptest.harness.yaml.YamlMap;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class SchemaAgreesWithReaderTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TargetsSchema.json());

  @TempDir private Path path = Path.of("");

  private static JsonNode json(YamlNode node) {
    return switch (node) {
      case YamlMap map -> {
        var object = JSON.objectNode();
        map.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        yield object;
      }
      case YamlList list -> {
        var array = JSON.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case YamlScalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> JSON.stringNode(scalar.text());
            case INTEGER -> JSON.numberNode(new java.math.BigInteger(scalar.text()));
            case DECIMAL -> JSON.numberNode(Double.parseDouble(scalar.text()));
            case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NULL, EMPTY -> JSON.nullNode();
          };
    };
  }

  private static boolean schemaAccepts(String content) {
    var tree =
        YamlDocument.parse("t", content.getBytes(StandardCharsets.UTF_8), new Problems())
            .orElseThrow();
    return SCHEMA.validate(json(tree)).isEmpty();
  }

  private boolean readerAccepts(String content) {
    return new DeclarationFolder(path).problems(content).equals("accepted");
  }

  @Test
  void bothAcceptTheDocumentedExamples() throws IOException {
    new DeclarationFolder(path).write("keys/cam-01.pem", "key");
    assertThat(AddingATargetDocumentTest.examples())
        .allSatisfy(example -> {
          assertThat(readerAccepts(example)).isTrue();
          assertThat(schemaAccepts(example)).isTrue();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{id: a, reach: {host: a}}]",
        "{targets: [{id: a, reach: {hosts: [a, b]}}]}",
        "{declaration: 1, defaults: {reach: {host: a}}, targets: [{id: a}]}",
        "{declaration: null, defaults: null, targets: [{id: a, reach: {host: a}}]}",
        "{models: {m: {reach: {host: a}}}, targets: [{id: a, model: m}]}",
        "[{id: a, reach: {host: a}, profile: null, ixit: {logIntf: null}}]",
        "[{id: a, reach: {host: a, emulate: null}}]",
        "[{id: a, reach: {emulate: camera/flawed}, ixit: {logIntf: [{id: L, port: '${emulated:ssh}'}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, port: 65535}]}}]",
        "[{id: a, reach: {host: a}, ixit: {updMech: [{id: U, checkEvery: P1DT2H0.5S}]}}]",
        "[{id: a, reach: {host: a}, ixit: {updMech: [{id: U, supportUntil: 2030-01-01}]}}]",
        "[{id: a, reach: {host: a}, identity: {firmware: 1.10, hardware: 2}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {support: N/A, detail: none}}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {support: Y}}}]",
        "[{id: a, reach: {host: a}, ixit: {authMech: [{id: A, validCredential: {password: '${env:CAM_PASSWORD}'}}]}}]",
        "[{id: a, reach: {host: a}, profile: destructive, authorised: {by: A, until: 2030-01-01, classes: [disruptive], recovery: x}}]",
        "[{id: a, reach: {host: a}, ixit: {comMech: [{id: C, trustModel: public-ca, interface: null}]}}]",
        "[{id: a, reach: {host: a}, drivers: {reset: {steps: [{http: GET /, form: {a: b}}], limit: PT5S}}}]"
      })
  void bothAccept(String content) {
    assertThat(new DeclarationFolder(path).problems(content)).isEqualTo("accepted");
    assertThat(schemaAccepts(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "[]",
        "{targets: []}",
        "{}",
        "{targets: [{id: a, reach: {host: a}}], extra: 1}",
        "{declaration: 2, targets: [{id: a, reach: {host: a}}]}",
        "{defaults: {id: a}, targets: [{id: b, reach: {host: a}}]}",
        "{defaults: {pase: fast}, targets: [{id: b, reach: {host: a}}]}",
        "{models: {m: {model: x}}, targets: [{id: b, reach: {host: a}}]}",
        "[{reach: {host: a}}]",
        "[{id: a}]",
        "[{id: a, model: m, reach: {host: a}}]",
        "[{id: a, reach: null}]",
        "[{id: a, reach: {}}]",
        "[{id: a, reach: {host: a, hosts: [b]}}]",
        "[{id: a, reach: {hosts: []}}]",
        "[{id: a, reach: {qemu: a.img}}]",
        "[{id: a, reach: {emulate: camera}}]",
        "[{id: A, reach: {host: a}}]",
        "[{id: null, reach: {host: a}}]",
        "[{id: a, reach: {host: [a]}}]",
        "[{id: a, reach: {host: a}, state: new}]",
        "[{id: a, reach: {host: a}, samples: b}]",
        "[{id: a, reach: {host: a}, samples: [null]}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: {}}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{port: 1}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, prot: 1}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, port: 0}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, port: 65536}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, port: 99999999999}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, port: '80'}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, remote: yes}]}}]",
        "[{id: a, reach: {host: a}, ixit: {logIntf: [{id: L, text: true}]}}]",
        "[{id: a, reach: {host: a}, ixit: {updMech: [{id: U, checkEvery: P}]}}]",
        "[{id: a, reach: {host: a}, ixit: {updMech: [{id: U, checkEvery: 24h}]}}]",
        "[{id: a, reach: {host: a}, ixit: {updMech: [{id: U, supportUntil: 1.1.2030}]}}]",
        "[{id: a, reach: {host: a}, ixit: {authMech: [{id: A, validCredential: {password: hunter2}}]}}]",
        "[{id: a, reach: {host: a}, ixit: {authMech: [{id: A, validCredential: {password: '${vault:a}'}}]}}]",
        "[{id: a, reach: {host: a}, ics: {passwords: {support: Y}}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {support: N/A}}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {support: N, detail: null}}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {support: N, detail: ' '}}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {detail: x}}}]",
        "[{id: a, reach: {host: a}, ics: {'5.3-7': {support: maybe}}}]",
        "[{id: a, reach: {host: a}, gate: {require: [everything]}}]",
        "[{id: a, reach: {host: a}, profile: destructive}]",
        "[{id: a, reach: {host: a}, authorised: {by: A}}]",
        "[{id: a, reach: {host: a}, drivers: {reset: {step: []}}}]"
      })
  void bothRefuse(String content) {
    assertThat(readerAccepts(content)).isFalse();
    assertThat(schemaAccepts(content)).isFalse();
  }
}
