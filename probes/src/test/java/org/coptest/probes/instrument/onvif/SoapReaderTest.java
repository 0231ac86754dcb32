package org.coptest.probes.instrument.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoapReaderTest {
  private static final String FAULT =
      "<?xml version='1.0'?><s:Envelope xmlns:s='urn:s'><s:Header/><s:Body><s:Fault><s:Code>"
          + "<s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized</s:Value>"
          + "</s:Subcode></s:Code></s:Fault></s:Body></s:Envelope>";
  private static final String TIME =
      "<s:Envelope xmlns:s='urn:s'><s:Body><GetSystemDateAndTimeResponse><SystemDateAndTime>"
          + "<LocalDateTime><Date><Year>1999</Year></Date></LocalDateTime><UTCDateTime><Time>"
          + "<Hour>13</Hour><Minute>5</Minute><Second>7</Second></Time><Date><Year>2026</Year>"
          + "<Month>11</Month><Day>22</Day></Date></UTCDateTime></SystemDateAndTime>"
          + "</GetSystemDateAndTimeResponse></s:Body></s:Envelope>";

  @Test
  void readsTheDenialOfAFault() {
    assertThat(SoapReader.read(FAULT).orElseThrow().denies()).isTrue();
    assertThat(SoapReader.read(FAULT.replace("NotAuthorized", "ActionNotSupported")).orElseThrow())
        .matches(it -> !it.denies());
  }

  @Test
  void readsTheClockInUtc() {
    var reply = SoapReader.read(TIME).orElseThrow();

    assertThat(reply.answers(Operation.TIME)).isTrue();
    assertThat(reply.time()).contains(Instant.parse("2026-11-22T13:05:07Z"));
    assertThat(SoapReader.read(TIME.replace("<Hour>13", "<Hour>99")).orElseThrow().time())
        .isEmpty();
  }

  @Test
  void readsNoDocumentTypeAndNothingTooDeepOrTooLong() {
    var bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + TIME.replace("13", "&a;");
    var file = "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + TIME;
    var deep = TIME.replace("<Year>1999</Year>", "<a>".repeat(80) + "</a>".repeat(80));
    var many = TIME.replace("<Year>1999</Year>", "<a/>".repeat(20_000));
    var unfinished = TIME.substring(0, TIME.length() - 5);
    for (var text : new String[] {bomb, file, deep, many, unfinished, "<html>Envelope</html>"}) {
      assertThat(SoapReader.read(text)).isEmpty();
    }
  }

  @Test
  void digestsThePasswordAsTheProfileSays() {
    var nonce = Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg==");

    assertThat(UsernameToken.digest(nonce, "2010-09-16T07:50:45Z", "userpassword"))
        .isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
  }

  @Test
  void survivesAnyBytes() {
    var random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder(round % 2 == 0 ? TIME : FAULT);
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, "<>&;'\"/\0\u00ff a:!".charAt(random.nextInt(13)));
      }
      SoapReader.read(text.toString())
          .ifPresent(it -> assertThat(it.codes().size()).isLessThanOrEqualTo(8));
    }
  }
}
