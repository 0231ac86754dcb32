package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsReaderRefusalsTest {
  @TempDir private Path path = Path.of("");

  private String problems(String content) {
    return new DeclarationFolder(path).problems(content);
  }

  /** Each line goes into a target that is good without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reach: {} | reach names no way to the device, expected exactly one of host, hosts, emulate, qemu
          reach: {host: a, emulate: camera/flawed} | reach names host and emulate, expected exactly one of host, hosts, emulate, qemu
          reach: {qemu: a.img} | reach.qemu is not in this release – start the image yourself and give its address as reach.host
          reach: {emulate: camera/flowed} | reach.emulate: found text "camera/flowed", expected an emulated device of this installation – did you mean "camera/flawed"?
          reach: {emulate: toaster/x} | reach.emulate: found text "toaster/x", expected an emulated device of this installation – known ones: camera/conforming, camera/flawed
          reach: {hosts: []} | reach.hosts lists no address
          reach: {host: "http://cam"} | reach: found text "http://cam", expected an address or a host name – give the address alone, without scheme, path or prefix length
          reach: {host: "10.0.0.1:80"} | reach: found text "10.0.0.1:80", expected an address or a host name – give the address alone; ports belong to ixit.logIntf
          reach: {host: 10.0.0.256} | reach: found text "10.0.0.256", expected an address or a host name – an IPv4 address has four numbers from 0 to 255
          reach: {host: 8.8.8.8} | reach: 8.8.8.8 is a public address, which nobody allowed – to test it set reach.allowPublic: true and say who authorised it under authorised
          reach: {host: 8.8.8.8, allowPublic: true} | reach: 8.8.8.8 is a public address, which nobody allowed – to test it set reach.allowPublic: true and say who authorised it under authorised
          reach: {host: "${env:NONE}"} | reach.host: ${env:NONE}: the variable is not set – set NONE in the environment of coptest
          reach: {host: "${file:none}"} | reach.host: ${file:none}: no readable file – put the secret in none
          samples: [cam] | samples: found the id of this target itself, expected another target – declare the second sample as a target of its own
          samples: [cam-2] | samples: found text "cam-2", expected the id of another target
          profile: destructive | profile: destructive needs an authorisation, and this target has none – add authorised with by, until, classes and recovery, or lower the profile
          authorised: {by: A, until: 2026-11-21, classes: [], recovery: x} | authorised.until: 2026-11-21 has passed, today is 2026-11-22 – ask for it again and set the new last day
          authorised: {by: A, until: 2030-01-01, classes: [all], recovery: x} | authorised.classes[0]: found text "all", expected one of intrusive, disruptive
          authorised: {by: A, until: 2030-01-01, classes: []} | missing key "recovery" under authorised
          ixit: {logIntf: [{id: L, port: 0}]} | ixit.logIntf[0].port: found number 0, expected 1 to 65535
          ixit: {logIntf: [{id: L, port: 65536}]} | ixit.logIntf[0].port: found number 65536, expected 1 to 65535
          ixit: {logIntf: [{id: L, port: "${env:CAM_PASSWORD}"}]} | ixit.logIntf[0].port: ${env:CAM_PASSWORD}: only ${emulated:…} can stand for a number
          ixit: {logIntf: [{id: L, port: "${emulated:https}"}]} | ixit.logIntf[0].port: ${emulated:https}: this target is not emulated – use ${env:NAME} or ${file:path}
          ixit: {logIntf: [{id: LogIntf-Web}], authMech: [{id: A, endpoint: {interface: LogIntf-Wbe}}]} | ixit.authMech[0].endpoint.interface: found text "LogIntf-Wbe", expected the id of a row in ixit.logIntf – did you mean "LogIntf-Web"?
          ixit: {softServ: [{id: S, authMechs: [A]}]} | ixit.softServ[0].authMechs[0]: found text "A", expected the id of a row in ixit.authMech – no row is declared there
          ixit: {softComp: [{id: S, updateMechs: [U]}]} | ixit.softComp[0].updateMechs[0]: found text "U", expected the id of a row in ixit.updMech – no row is declared there
          ixit: {persData: [{id: P, comMechs: [C]}]} | ixit.persData[0].comMechs[0]: found text "C", expected the id of a row in ixit.comMech – no row is declared there
          ixit: {inpVal: [{id: I, source: [X]}]} | ixit.inpVal[0].source[0]: found text "X", expected the id of a row in ixit.userIntf or ixit.logIntf or ixit.extApi – no row is declared there
          ixit: {logIntf: [{id: L}, {id: L}]} | duplicate id "L" in ixit.logIntf, first on line 3 – give each row its own id
          ixit: {authMech: [{id: A, validCredential: {password: "${env:CAM_PASWORD}"}}]} | ixit.authMech[0].validCredential.password: ${env:CAM_PASWORD}: the variable is not set – set CAM_PASWORD in the environment of coptest
          ixit: {authMech: [{id: A, validCredential: {password: "${env:EMPTY}"}}]} | ixit.authMech[0].validCredential.password: ${env:EMPTY}: the variable is empty – set EMPTY in the environment of coptest
          ixit: {authMech: [{id: A, validCredential: {key: "${file:none.pem}"}}]} | ixit.authMech[0].validCredential.key: ${file:none.pem}: no readable file – put the secret in none.pem
          ixit: {authMech: [{id: A, validCredential: {key: "${vault:x}"}}]} | ixit.authMech[0].validCredential.key: ${vault:x}: known references are ${env:…}, ${file:…} and ${emulated:…}
          ixit: {authMech: [{id: A, validCredential: {key: "${emulated:owner-password}"}}]} | ixit.authMech[0].validCredential.key: ${emulated:owner-password}: this target is not emulated – use ${env:NAME} or ${file:path}
          ics: {"5.3-8": {support: Y}} | ics: found "5.3-8", expected the id of a provision such as 5.3-7 – did you mean "5.3-7"?
          ics: {passwords: {support: Y}} | ics: found "passwords", expected the id of a provision such as 5.3-7
          ics: {"5.3-7": {support: N/A}} | 5.3-7 is "N/A" but has no justification (EN 303 645, 4-1) – say why in ics.5.3-7.detail
          ics: {"5.3-7": {support: N, detail: null}} | 5.3-7 is "N" but has no justification (EN 303 645, 4-1) – say why in ics.5.3-7.detail
          ics: {"5.3-7": {support: yes}} | ics.5.3-7.support: found text "yes", expected one of Y, N, N/A
          gate: {require: ["5.9-9"]} | gate.require: found "5.9-9", expected the id of a provision such as 5.3-7
          state: new | state: found text "new", expected one of factory, setup, initialized
          model: m9 | model: found text "m9", expected a model of this file
          pase: fast | unknown key "pase" – did you mean "pace"?
          drivers: {reset: {steps: [{interface: L, http: GET /}]}} | drivers.reset.steps[0].interface: found text "L", expected the id of a row in ixit.logIntf – no row is declared there
          """)
  void refuses(String line, String expected) {
    var reach = line.startsWith("reach") ? "x: &x 1" : "reach: {host: 10.0.0.9}";
    var text = problems("- id: cam\n  %s\n  %s\n".formatted(reach, line));
    var messages =
        text.lines()
            .filter(each -> each.startsWith("t.yaml:3:"))
            .map(each -> each.replaceFirst("^t.yaml:3:\\d+: ", ""))
            .toList();

    assertThat(messages).containsExactly(expected);
  }

  @Test
  void tellsThreeSlipsAtOnce() {
    assertThat(
            problems(
                """
                targets:
                  - id: cam
                    reach: {hots: 10.0.0.1}
                    ixit:
                      authMech:
                        - id: A
                          pasword: {unique: true}
                      logIntf:
                        - {id: L, transport: tpc}
                """))
        .isEqualTo(
            """
            t.yaml:3:12: reach names no way to the device, expected exactly one of host, hosts, emulate, qemu
                3 |     reach: {hots: 10.0.0.1}
                               ^^^^^
            t.yaml:3:13: unknown key "hots" under reach – did you mean "host"?
                3 |     reach: {hots: 10.0.0.1}
                                ^^^^
            t.yaml:7:11: unknown key "pasword" under ixit.authMech[0] – did you mean "password"?
                7 |           pasword: {unique: true}
                              ^^^^^^^
            t.yaml:9:30: ixit.logIntf[0].transport: found text "tpc", expected one of tcp, udp – did you mean "tcp"?
                9 |         - {id: L, transport: tpc}
                                                 ^^^
            4 errors, nothing was sent to any device\
            """);
  }

  @Test
  void neverShowsASecretThatIsWrittenOut() {
    assertThat(
            problems(
                """
                - id: cam
                  reach: {host: 10.0.0.1}
                  ixit:
                    authMech: [{id: A, validCredential: {usr: admin, password: hunter2}}]
                """))
        .isEqualTo(
            """
            t.yaml:4:42: unknown key "usr" under ixit.authMech[0].validCredential – did you mean "user"?
            t.yaml:4:64: ixit.authMech[0].validCredential.password: a secret is written out here, expected a reference – use ${env:NAME} or ${file:path}
            2 errors, nothing was sent to any device\
            """);
  }

  @Test
  void refusesUnknownNamesOfAnEmulatedDevice() {
    assertThat(
            problems(
                """
                - id: demo
                  reach: {emulate: camera/flawed}
                  ixit:
                    logIntf:
                      - id: L
                        port: ${emulated:http}
                    authMech:
                      - id: A
                        validCredential:
                          password: ${emulated:https}
                """))
        .contains(
            "t.yaml:6:15: ixit.logIntf[0].port: ${emulated:http}: camera/flawed has no such service"
                + " – did you mean \"https\"?")
        .contains(
            "t.yaml:10:21: ixit.authMech[0].validCredential.password: ${emulated:https}:"
                + " camera/flawed has no such secret – its secrets: owner-password")
        .endsWith("2 errors, nothing was sent to any device");
  }

  @Test
  void refusesDuplicateIdsAcrossTargets() {
    assertThat(problems("- {id: cam, reach: {host: a}}\n- {id: cam, reach: {host: b}}\n"))
        .startsWith(
            "t.yaml:2:8: duplicate id \"cam\", first at t.yaml:1:8 – give each target its own id");
  }

  @Test
  void refusesAnIdThatIsNoFileName() {
    assertThat(problems("- {id: ../cam, reach: {host: a}}"))
        .startsWith(
            "t.yaml:1:8: id: found text \"../cam\", expected text that matches"
                + " [a-z0-9][a-z0-9._-]{0,63}");
  }

  @Test
  void tellsAProblemOfASharedPartOnce() {
    assertThat(
            problems(
                """
                defaults: {pase: fast}
                targets:
                  - {id: a, reach: {host: a}}
                  - {id: b, reach: {host: b}}
                """))
        .isEqualTo(
            """
            t.yaml:1:12: unknown key "pase" – did you mean "pace"?
                1 | defaults: {pase: fast}
                               ^^^^
            1 error, nothing was sent to any device\
            """);
  }

  @Test
  void findsSlipsInAModelThatNobodyUses() {
    assertThat(problems("models: {m: {pase: fast}}\ntargets: [{id: a, reach: {host: a}}]"))
        .startsWith("t.yaml:1:14: unknown key \"pase\" – did you mean \"pace\"?");
  }

  @Test
  void suggestsTheModelThatWasMeant() {
    assertThat(problems("models: {cam-x1: {}}\ntargets: [{id: a, model: camx1, reach: {host: a}}]"))
        .startsWith(
            "t.yaml:2:26: model: found text \"camx1\", expected a model of this file"
                + " – did you mean \"cam-x1\"?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          declaration: 2 | declaration: found format version 2, expected 1
          defaults: {id: x} | id and model belong to a target, not to defaults or models
          devices: [] | unknown key "devices" – known keys: declaration, defaults, models, targets
          defaults: [] | defaults: found a list, expected a mapping
          """)
  void refusesWrongTopLevels(String line, String expected) {
    assertThat(problems("targets: [{id: a, reach: {host: a}}]\n" + line)).contains(": " + expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "[] | {targets: []} | {} | {targets: null}")
  void refusesAFileWithoutTargets(String content) {
    assertThat(problems(content)).contains("no target is declared");
  }

  @ParameterizedTest
  @CsvSource({"text", "12", "'[1]'", "'{targets: 1}'"})
  void refusesWhatIsNoListOfTargets(String content) {
    assertThat(problems(content)).contains("expected a");
  }

  @Test
  void refusesDefaultsThatGrowWithEachTarget() {
    var bomb =
        "defaults: {ics: {%s}}\n".formatted("\"5.3-7\": {support: Y}, ")
            + "models: {m: {samples: [%s]}}\n".formatted("x, ".repeat(20_000))
            + "targets:\n"
            + "- {id: a, model: m, reach: {host: a}}\n".repeat(5_000);

    assertThat(problems(bomb))
        .contains("the targets come to 100,")
        .contains("at most 2,000,000 are read")
        .endsWith("1 error, nothing was sent to any device");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(problems("")).startsWith("t.yaml: is empty");
  }
}
