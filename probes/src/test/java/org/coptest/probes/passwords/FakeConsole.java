package org.coptest.probes.passwords;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.coptest.probes.testing.TcpServer;

/** A text console for tests: banner, optional negotiation, login, and a shell that can multiply. */
final class FakeConsole implements TcpServer.Script {
  private static final Pattern PRODUCT = Pattern.compile("echo \\$\\(\\((\\d+)\\*(\\d+)\\)\\)");
  private final BiPredicate<String, String> accepts;
  private String banner = "";
  private String userPrompt = "cam login: ";
  private boolean closesAfterFailure;
  private boolean login = true;
  private boolean shell = true;
  private boolean negotiates;

  FakeConsole(BiPredicate<String, String> accepts) {
    this.accepts = accepts;
  }

  FakeConsole banner(String text) {
    banner = text;
    return this;
  }

  FakeConsole userPrompt(String text) {
    userPrompt = text;
    return this;
  }

  FakeConsole passwordOnly() {
    return userPrompt("");
  }

  FakeConsole closesAfterFailure() {
    closesAfterFailure = true;
    return this;
  }

  FakeConsole withoutLogin() {
    login = false;
    return this;
  }

  /** A command line that knows few words and cannot compute. */
  FakeConsole menuOnly() {
    shell = false;
    return this;
  }

  FakeConsole negotiating() {
    negotiates = true;
    return this;
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    if (negotiates) {
      socket.getOutputStream().write(new byte[] {-1, -5, 1, -1, -5, 3, -1, -3, 24});
    }
    say(socket, banner);
    while (login && !loggedIn(socket)) {
      say(socket, "\r\nLogin incorrect\r\n\r\n");
      if (closesAfterFailure) {
        return;
      }
    }
    say(socket, login ? "\r\nWelcome\r\n" : "");
    serve(socket);
  }

  private boolean loggedIn(Socket socket) throws IOException {
    var user = "";
    if (!userPrompt.isEmpty()) {
      say(socket, userPrompt);
      user = line(socket, true);
    }
    say(socket, "Password: ");
    return accepts.test(user, line(socket, false));
  }

  private void serve(Socket socket) throws IOException {
    while (true) {
      say(socket, shell ? "# " : "cam> ");
      var line = line(socket, true);
      var product = PRODUCT.matcher(line);
      if (shell && product.matches()) {
        long first = Long.parseLong(product.group(1));
        say(socket, first * Long.parseLong(product.group(2)) + "\r\n");
      } else if (!line.isEmpty()) {
        say(socket, "unknown command\r\n");
      }
    }
  }

  private String line(Socket socket, boolean echo) throws IOException {
    var line = new StringBuilder();
    for (int c = next(socket); c != '\n' && c != 0; c = next(socket)) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    say(socket, echo ? line + "\r\n" : "");
    return line.toString();
  }

  private static int next(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int c = in.read();
    while (c == 255) {
      in.skipNBytes(2);
      c = in.read();
    }
    if (c < 0) {
      throw new IOException("the peer left");
    }
    return c;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
