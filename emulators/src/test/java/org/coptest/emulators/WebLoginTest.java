package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLoginTest {

  private static final Pattern TOKEN = Pattern.compile("name=token value=(\\w+)");
  private static final Pattern SESSION = Pattern.compile("Set-Cookie: (session=\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"form", "form-echo", "form-script-texts"})
  void letsTheOwnerInWithAFreshToken(String make) throws IOException {
    try (var device = Devices.start("web-login/" + make)) {
      var answer = post(device, "owner", device.secret("owner-password"), token(device));

      assertThat(answer).startsWith("HTTP/1.1 302 ");
      assertThat(https(device, "/api/settings", "Cookie: " + session(answer))).contains("1080p");
      assertThat(https(device, "/api/settings")).startsWith("HTTP/1.1 302 ");
    }
  }

  @Test
  void refusesAnOldTokenAndAWrongPassword() throws IOException {
    try (var device = Devices.start("web-login/form")) {
      var token = token(device);
      assertThat(post(device, "owner", "wrong", token)).contains("Wrong name or password");
      assertThat(post(device, "owner", device.secret("owner-password"), token)).contains("too old");
    }
  }

  @Test
  void locksOutEverybodyAfterSomeFailures() throws IOException {
    try (var device = Devices.start("web-login/form-lock-out")) {
      for (int i = 0; i < 6; i++) {
        post(device, "owner", "wrong", token(device));
      }
      assertThat(post(device, "owner", device.secret("owner-password"), token(device)))
          .contains("Locked");
    }
  }

  @Test
  void makesTheEarlyCookieTheSession() throws IOException {
    try (var device = Devices.start("web-login/form-early-cookie")) {
      var page = https(device, "/enter.cgi");
      var cookie = "Cookie: " + session(page);
      assertThat(https(device, "/", cookie)).startsWith("HTTP/1.1 302 ");
      post(device, "owner", device.secret("owner-password"), found(TOKEN, page), cookie);
      assertThat(https(device, "/", cookie)).contains("Live view");
    }
  }

  @Test
  void welcomesAnybodyToNothing() throws IOException {
    try (var device = Devices.start("web-login/form-decoy")) {
      var answer = post(device, "x", "y", token(device));
      assertThat(answer).contains("Location: /welcome");
      assertThat(https(device, "/api/settings", "Cookie: " + session(answer)))
          .startsWith("HTTP/1.1 302 ");
    }
  }

  @Test
  void asksForADigestWithASessionAndFreshNonces() throws IOException {
    try (var device = Devices.start("web-login/digest")) {
      assertThat(https(device, "/"))
          .startsWith("HTTP/1.1 401 ")
          .contains("algorithm=MD5-sess", "opaque=\"c1\"");
      assertThat(https(device, "/", "Authorization: Digest username=\"owner\", nonce=\"old\""))
          .contains("stale=true");
    }
  }

  @Test
  void givesATokenForJson() throws IOException {
    try (var device = Devices.start("web-login/json")) {
      var secret = device.secret("owner-password");
      var body = "{\"name\":\"owner\",\"secret\":\"" + secret + "\"}";
      var answer = send(device, "/api/session", body);
      var token = found(Pattern.compile("\"token\":\"(\\w+)\""), answer);
      assertThat(https(device, "/api/settings", "Authorization: Bearer " + token))
          .contains("1080p");
      assertThat(https(device, "/api/settings")).startsWith("HTTP/1.1 401 ");
      assertThat(send(device, "/api/session", "{}")).contains("\"ok\":false");
    }
  }

  @Test
  void sendsToThePortOfTls() throws IOException {
    try (var device = Devices.start("web-login/to-https");
        var socket = Devices.connect(device, "http")) {
      assertThat(Web.get(socket, "/any?x=1"))
          .startsWith("HTTP/1.1 301 ")
          .contains("Location: https://cam:" + device.port("https") + "/any?x=1");
    }
  }

  private static String token(EmulatedDevice device) throws IOException {
    return found(TOKEN, https(device, "/enter.cgi"));
  }

  private static String session(String answer) {
    return found(SESSION, answer);
  }

  private static String found(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    assertThat(match.find()).as(text).isTrue();
    return match.group(1);
  }

  private static String post(
      EmulatedDevice device, String user, String password, String token, String... headers)
      throws IOException {
    var body = "user=" + user + "&password=" + password + "&token=" + token;
    return send(device, "/enter.cgi", body, headers);
  }

  private static String send(EmulatedDevice device, String path, String body, String... headers)
      throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: " + body.length());
    try (var socket = Web.secure(device, "https")) {
      var lines = String.join("\r\n", all);
      return Web.request(socket, "POST " + path + " HTTP/1.1", lines + "\r\n\r\n" + body);
    }
  }

  private static String https(EmulatedDevice device, String path, String... headers)
      throws IOException {
    try (var socket = Web.secure(device, "https")) {
      return Web.get(socket, path, headers);
    }
  }
}
