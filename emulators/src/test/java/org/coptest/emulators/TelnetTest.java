package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelnetTest {

  @Test
  void opensWithOptionsAndAPrompt() throws IOException {
    try (var camera = Devices.start("camera/telnet-conforming");
        var console = Devices.connect(camera, "telnet")) {
      assertThat(console.getInputStream().readNBytes(9))
          .containsExactly(0xff, 0xfd, 0x1f, 0xff, 0xfb, 0x01, 0xff, 0xfb, 0x03);
      assertThat(readUntil(console, "login: ")).endsWith("\r\nCAM-1\r\ncam login: ");
    }
  }

  @Test
  void refusesOptionsItDoesNotKnow() throws IOException {
    try (var camera = Devices.start("camera/telnet-conforming");
        var console = Devices.connect(camera, "telnet")) {
      readUntil(console, "login: ");
      console.getOutputStream().write(new byte[] {-1, -3, 24, -1, -6, 31, 1, 2, -1, -16});
      assertThat(console.getInputStream().readNBytes(3)).containsExactly(0xff, 0xfc, 24);
    }
  }

  @Test
  void givesAShellThatComputesToTheOwnerOnly() throws IOException {
    try (var camera = Devices.start("camera/telnet-conforming");
        var console = Devices.connect(camera, "telnet")) {
      assertThat(login(console, "root", "xc3511", "\r\n")).contains("Login incorrect");
      login(console, "owner", camera.secret("owner-password"), "\r\0");
      type(console, "echo x$((1234*567))y\r\n");
      assertThat(readUntil(console, "# ")).contains("x699678y\r\n");
      type(console, "?\r\n");
      assertThat(readUntil(console, "# ")).contains("Built-in commands");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"camera/flawed", "camera/default-telnet"})
  void takesTheDefaultPairWhereSoMade(String make) throws IOException {
    try (var camera = Devices.start(make);
        var console = Devices.connect(camera, "telnet")) {
      assertThat(login(console, "root", "xc3511", "\r\n")).endsWith("~ # ");
    }
  }

  @Test
  void takesTheOwnersPasswordBesideTheDefault() throws IOException {
    try (var camera = Devices.start("camera/default-telnet");
        var console = Devices.connect(camera, "telnet")) {
      var password = camera.secret("owner-password");
      assertThat(login(console, "owner", password, "\r\n")).endsWith("~ # ");
    }
  }

  @Test
  void givesAShellToEveryoneWhereSoMade() throws IOException {
    try (var camera = Devices.start("camera/open-shell");
        var console = Devices.connect(camera, "telnet")) {
      readUntil(console, "~ # ");
      type(console, "echo $((3*4))\r\n");
      assertThat(readUntil(console, "~ # ")).contains("\r\n12\r\n");
    }
  }

  @Test
  void closesAfterThreeWrongPairs() throws IOException {
    try (var device = Devices.start("tricky/closes-after-three");
        var console = Devices.connect(device, "telnet")) {
      for (var i = 0; i < 3; i++) {
        type(console, "root\r\nwrong\r\n");
      }
      var everything = new String(console.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(everything.split("Login incorrect", -1)).hasSize(4);
    }
  }

  @Test
  void asksForThePasswordOnlyWhereSoMade() throws IOException {
    try (var device = Devices.start("tricky/password-only");
        var console = Devices.connect(device, "telnet")) {
      assertThat(readUntil(console, "Password: ")).doesNotContain("login");
      type(console, device.secret("owner-password") + "\r\n");
      assertThat(readUntil(console, "# ")).endsWith("~ # ");
    }
  }

  @Test
  void talksOfLoginsBeforeTheRealOne() throws IOException {
    try (var device = Devices.start("tricky/motd-login");
        var console = Devices.connect(device, "telnet")) {
      assertThat(readUntil(console, "cam login: ")).contains("old login: page", "5 $ \r\n");
      var password = device.secret("owner-password");
      type(console, "owner\r\n" + password + "\r\n");
      assertThat(readUntil(console, "~ # ")).endsWith("~ # ");
    }
  }

  @Test
  void rejectsEveryoneBehindAHash() throws IOException {
    try (var device = Devices.start("tricky/hash-banner");
        var console = Devices.connect(device, "telnet")) {
      assertThat(readUntil(console, "cam login: ")).contains("press # for help");
      var password = device.secret("owner-password");
      type(console, "owner\r\n" + password + "\r\n");
      assertThat(readUntil(console, "cam login: ")).contains("Login incorrect");
    }
  }

  private static String login(Socket console, String user, String password, String lineEnd)
      throws IOException {
    type(console, user + lineEnd);
    readUntil(console, "Password: ");
    type(console, password + lineEnd);
    return readUntil(console, "~ # ", "cam login: ");
  }

  private static void type(Socket console, String text) throws IOException {
    console.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static String readUntil(Socket console, String... ends) throws IOException {
    var text = new StringBuilder();
    while (Stream.of(ends).noneMatch(text.toString()::endsWith)) {
      var next = console.getInputStream().read();
      assertThat(next).as("still talking after: " + text).isNotNegative();
      text.append((char) next);
    }
    return text.toString();
  }
}
