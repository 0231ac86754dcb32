package org.coptest.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.ShowsInterfaces.Found;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeclarationDraftTest {
  @TempDir private Path folder;

  private Target read(String text) throws Exception {
    var file = folder.resolve("draft.yaml");
    Files.writeString(file, text);
    var references = new References(List.of(), Set.of(), Map.of(), Clock.systemUTC());
    return TargetsReader.read(file, references).targets().get(0).unstarted();
  }

  @Test
  void theMinimalDraftIsATarget() throws Exception {
    var target = read(new DeclarationDraft("192.168.1.20").minimal());

    assertThat(target.id()).isEqualTo("device-192-168-1-20");
    assertThat(target.ixit().logIntf().isAbsent()).isTrue();
  }

  @Test
  void declaresWhatWasFoundAndLeavesTheRestToTheMaker() throws Exception {
    var found =
        List.of(
            new Found(Transport.TCP, 443, Optional.of("https"), true, true),
            new Found(Transport.TCP, 9000, Optional.empty(), false, false));

    var ixit = read(new DeclarationDraft("fd00::1").text(found)).ixit();

    assertThat(ixit.logIntf().rows()).extracting(row -> row.port().orElse(0)).contains(443, 9000);
    assertThat(ixit.authMech().rows().get(0).endpoint().orElseThrow().interfaceId())
        .contains("LogIntf-HTTPS-443");
    assertThat(ixit.comMech().rows()).hasSize(1);
    assertThat(ixit.updMech().isAbsent()).isTrue();
  }

  @Test
  void aLookThatFoundNoLoginDoesNotClaimThatThereIsNone() throws Exception {
    var ixit = read(new DeclarationDraft("cam.local").text(List.of())).ixit();

    assertThat(ixit.logIntf().isAbsent()).isFalse();
    assertThat(ixit.authMech().isAbsent()).isTrue();
  }

  @Test
  void refusesWhatIsNoHost() {
    assertThatThrownBy(() -> new DeclarationDraft("a b\"}"))
        .hasMessageContaining("neither an address nor a host name");
  }
}
