package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class HostileBannerTest {

  private static final String SCRIPT = "<script>coptestpwn()</script>";

  @Test
  void everyPayloadCarriesTheWordToLookFor() {
    assertThat(HostileText.payloads())
        .hasSizeGreaterThan(15)
        .allSatisfy(payload -> assertThat(payload).contains("coptestpwn"))
        .anySatisfy(payload -> assertThat(payload).startsWith("\u001b[2J"))
        .anySatisfy(payload -> assertThat(payload).contains("\u202e"));
  }

  @Test
  void speaksItInEveryPlace() throws IOException {
    try (var device = Devices.start("tricky/hostile-banner");
        var web = Web.secure(device, "https");
        var other = Web.secure(device, "https");
        var rtsp = Devices.connect(device, "rtsp")) {
      assertThat(Web.get(other, "/none")).contains(SCRIPT, "Server: " + SCRIPT, "404 " + SCRIPT);
      assertThat(Web.get(web, "/")).contains("Basic realm=\"" + SCRIPT);
      var certificate = (X509Certificate) web.getSession().getPeerCertificates()[0];
      assertThat(certificate.getSubjectX500Principal().getName()).contains("script");
      assertThat(Web.request(rtsp, "OPTIONS * RTSP/1.0")).contains("Server: " + SCRIPT);
    }
  }

  @Test
  void greetsWithIt() throws IOException {
    try (var device = Devices.start("tricky/hostile-banner");
        var telnet = Devices.connect(device, "telnet");
        var banner = Devices.connect(device, "banner")) {
      assertThat(new String(telnet.getInputStream().readNBytes(100), UTF_8)).contains(SCRIPT);
      assertThat(new String(banner.getInputStream().readNBytes(100), UTF_8)).contains(SCRIPT);
    }
  }

  @Test
  void letsTheOwnerInAllTheSame() throws IOException {
    try (var device = Devices.start("tricky/hostile-banner");
        var web = Web.secure(device, "https")) {
      var owner = Web.basic("owner", device.secret("owner-password"));
      assertThat(Web.get(web, "/", owner)).contains("200 OK", "<title>" + SCRIPT);
    }
  }
}
