package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coptest.harness.target.declaration.DeclarationFolder.REFERENCES;

import java.nio.file.Path;
import java.util.List;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsReaderTest {
  @TempDir private Path path = Path.of("");

  private DeclaredTargets read(String content) {
    return new DeclarationFolder(path).read(content);
  }

  private Target only(String content) {
    return read(content).targets().getFirst().bind(EmulatedValues.none());
  }

  @Test
  void readsTheSmallestTarget() {
    var target = only("- id: cam\n  reach: {host: 192.168.1.2}\n");

    assertThat(target.id()).isEqualTo("cam");
    assertThat(target.reach().host()).contains("192.168.1.2");
    assertThat(target.state()).isEqualTo(DeviceState.INITIALIZED);
    assertThat(target.samples()).isEmpty();
    assertThat(target.ics()).isEmpty();
    assertThat(target.ixit().logIntf().isAbsent()).isTrue();
    assertThat(target.ixit().logIntf().path()).isEqualTo("ixit.logIntf");
    assertThat(target.at().line()).isEqualTo(1);
  }

  @Test
  void keepsAnEmptyTableApartFromAnAbsentOne() {
    var ixit = only("- {id: cam, reach: {host: cam.local}, ixit: {logIntf: []}}").ixit();

    assertThat(ixit.logIntf().isAbsent()).isFalse();
    assertThat(ixit.authMech().isAbsent()).isTrue();
  }

  @Test
  void mergesTargetOverModelOverDefaults() {
    var target =
        only(
            """
            defaults:
              pace: gentle
              profile: ci
              identity: {manufacturer: Acme, model: none}
            models:
              m1:
                pace: fast
                identity: {model: CAM-1, mac: ["02:00:00:00:00:01", "02:00:00:00:00:02"]}
            targets:
              - id: cam
                model: m1
                reach: {host: 10.0.0.1}
                profile: null
                identity: {serial: A1, mac: ["02:00:00:00:00:03"]}
            """);

    assertThat(target.pace()).contains(Pace.FAST);
    assertThat(target.profile()).isEmpty();
    assertThat(target.identity().manufacturer()).contains("Acme");
    assertThat(target.identity().model()).contains("CAM-1");
    assertThat(target.identity().serial()).contains("A1");
    assertThat(target.identity().mac().orElseThrow()).containsExactly("02:00:00:00:00:03");
  }

  @Test
  void keepsThePlaceAMergedRowCameFrom() {
    var target =
        only(
            """
            models:
              m1:
                ixit:
                  logIntf: [{id: L, port: 80}]
            targets: [{id: cam, model: m1, reach: {host: a}}]
            """);

    assertThat(target.ixit().logIntf().row("L").orElseThrow().at().line()).isEqualTo(4);
  }

  @Test
  void resolvesSecretsFromEnvironmentAndFile() {
    new DeclarationFolder(path).write("keys/cam.pem", "-----KEY-----\n");
    var target =
        only(
            """
            - id: cam
              reach: {host: "${env:CAM_01_HOST}"}
              ixit:
                authMech:
                  - id: A
                    validCredential: {user: "${env:X}", password: "${env:CAM_PASSWORD}", key: "${file:keys/cam.pem}"}
            """);

    var credential =
        target.ixit().authMech().row("A").orElseThrow().validCredential().orElseThrow();
    assertThat(target.reach().host()).contains("192.168.1.20");
    assertThat(credential.user()).contains("${env:X}");
    assertThat(credential.password().orElseThrow().reveal()).isEqualTo("hunter2");
    assertThat(credential.key().orElseThrow().reveal()).isEqualTo("-----KEY-----");
    assertThat(target.toString()).doesNotContain("hunter2").contains("${env:CAM_PASSWORD}");
  }

  @Test
  void needsNoSecretsForJudging() {
    var file =
        new DeclarationFolder(path)
            .write(
                "j.yaml",
                """
                - id: cam
                  reach: {host: 10.0.0.1}
                  ixit: {authMech: [{id: A, validCredential: {key: "${file:gone.pem}"}}]}
                """);

    var judged = TargetsReader.read(file, REFERENCES.forJudging(REFERENCES.clock()));

    assertThat(judged.targets()).hasSize(1);
  }

  @Test
  void bindsAnEmulatedTargetOnceItsDeviceRuns() {
    var declared =
        read("""
        - id: demo
          reach: {emulate: camera/flawed}
          ixit:
            logIntf:
              - {id: L1, port: "${emulated:https}"}
              - {id: L2, port: "${emulated:ssh}"}
            authMech: [{id: A, validCredential: {password: "${emulated:owner-password}"}}]
        """)
            .target("demo")
            .orElseThrow();
    var device = new FakeCamera().start("flawed", java.net.InetAddress.getLoopbackAddress());

    var bound = declared.bind(EmulatedValues.of(device));

    assertThat(declared.emulate()).contains("camera/flawed");
    assertThat(declared.unstarted().ixit().logIntf().rows())
        .extracting(row -> row.port().orElseThrow())
        .containsExactly(1, 2);
    assertThat(bound.ixit().logIntf().rows())
        .extracting(row -> row.port().orElseThrow())
        .containsExactly(40_443, 40_022);
    var credential = bound.ixit().authMech().rows().getFirst().validCredential().orElseThrow();
    assertThat(credential.password().orElseThrow().reveal()).isEqualTo("s3cret");
  }

  @Test
  void digestsWhatIsSaidAndNotHow() {
    var one = read("- {id: cam, reach: {host: a}, ixit: {logIntf: []}}").targets().getFirst();
    var same =
        read("defaults: {ixit: {logIntf: []}} # same\ntargets:\n- reach: {host: a}\n  id: cam\n")
            .targets()
            .getFirst();
    var other = read("- {id: cam, reach: {host: a}, ixit: {}}").targets().getFirst();

    assertThat(one.sha256()).hasSize(64).isEqualTo(same.sha256()).isNotEqualTo(other.sha256());
  }

  @Test
  void readsSeveralFilesAsOne() {
    var folder = new DeclarationFolder(path);
    var a = folder.write("a.yaml", "- {id: a, reach: {host: a}, samples: [b]}");
    var b = folder.write("b.yaml", "- {id: b, reach: {host: b}, samples: [a]}");

    var both = TargetsReader.read(List.of(a, b), REFERENCES);

    assertThat(both.targets()).extracting(DeclaredTarget::id).containsExactly("a", "b");
    assertThat(both.files())
        .first()
        .isEqualTo(
            new DeclaredTargets.File(
                a.toString(),
                TreeDigest.sha256(
                    "- {id: a, reach: {host: a}, samples: [b]}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  @Test
  void acceptsAPublicAddressThatSomebodyAuthorised() {
    var target =
        only(
            """
            - id: cam
              reach: {host: 8.8.8.8, allowPublic: true}
              authorised: {by: A. Rao, until: 2026-11-22, classes: [intrusive], recovery: reset}
            """);

    assertThat(target.reach().allowPublic()).contains(true);
  }

  @Test
  void readsThousandsOfTargets() {
    var text = new StringBuilder("defaults: {ixit: {logIntf: [{id: L, port: 443}]}}\ntargets:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("- {id: cam-%d, reach: {host: 10.0.%d.%d}}\n".formatted(i, i / 250, i % 250 + 1));
    }

    assertThat(read(text.toString()).targets()).hasSize(10_000);
  }
}
