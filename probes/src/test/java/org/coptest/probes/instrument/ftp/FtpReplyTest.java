package org.coptest.probes.instrument.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FtpReplyTest {

  @Test
  void readsAReplyOfSeveralLinesToItsLastLineOnly() {
    var parsed = FtpReply.first("230-one\r\n 230 not yet\r\n231 nor this\r\n230 end\r\n257 x\r\n");

    assertThat(parsed.orElseThrow().reply().code()).isEqualTo(230);
    assertThat(parsed.orElseThrow().rest()).isEqualTo("257 x\r\n");
  }

  @Test
  void waitsForTheWholeReply() {
    assertThat(FtpReply.first("")).isEmpty();
    assertThat(FtpReply.first("230 welc")).isEmpty();
    assertThat(FtpReply.first("230-one\r\n231 two\r\n")).isEmpty();
  }

  @Test
  void callsOtherProtocolsStrange() {
    for (var line :
        new String[] {"SSH-2.0-x\n", "\n", "99 x\n", "2300 x\n", "<html>\n", "700 x\n"}) {
      assertThat(FtpReply.first(line).orElseThrow().reply().kind())
          .isEqualTo(FtpReply.Kind.STRANGE);
    }
  }

  @Test
  void hearsADemandForTlsOnlyInRefusals() {
    assertThat(reply("530 Please use AUTH TLS first.").demandsTls()).isTrue();
    assertThat(reply("530 Non-anonymous sessions must use encryption.").demandsTls()).isTrue();
    assertThat(reply("530 Authentication failed.").demandsTls()).isFalse();
    assertThat(reply("230 TLS would be better").demandsTls()).isFalse();
    assertThat(reply("530 Login incorrect.").locked()).isFalse();
    assertThat(reply("530 Login incorrect.").later()).isFalse();
  }

  @Test
  void survivesAnyBytes() {
    var random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder(round % 3 == 0 ? "230-" : "");
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append("0123 -\r\n\0a\u00ff".charAt(random.nextInt(11)));
      }
      FtpReply.first(text.toString())
          .ifPresent(it -> assertThat(it.rest().length()).isLessThanOrEqualTo(text.length()));
    }
  }

  private static FtpReply reply(String line) {
    return FtpReply.first(line + "\r\n").orElseThrow().reply();
  }
}
