package org.coptest.probes.passwords;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import org.coptest.probes.testing.TcpServer;

/** An FTP server for tests: one rule for who is let in, and ways to be odd. */
final class FakeFtp implements TcpServer.Script {
  private final BiPredicate<String, String> accepts;
  private String openUser = "";
  private String refusal = "530 Login incorrect.";
  private String greeting = "220-cam\r\n ftp ready\r\n220 go on";
  private boolean namesFolder = true;
  private boolean lists;
  private boolean asksEverybody = true;
  private int closesAfter = Integer.MAX_VALUE;

  FakeFtp(BiPredicate<String, String> accepts) {
    this.accepts = accepts;
  }

  static FakeFtp of(String user, String password) {
    return new FakeFtp((u, p) -> u.equals(user) && p.equals(password));
  }

  /** Lets this user in without asking for a password. */
  FakeFtp opens(String user) {
    openUser = user;
    return this;
  }

  FakeFtp refusing(String reply) {
    refusal = reply;
    return this;
  }

  FakeFtp greeting(String text) {
    greeting = text;
    return this;
  }

  /** Refuses at once who may not come in at all. */
  FakeFtp asksOnly(String user) {
    asksEverybody = false;
    openUser = "\0" + user;
    return this;
  }

  /** Says 230 and then serves nothing, or a listing only. */
  FakeFtp withoutFolder(boolean listing) {
    namesFolder = false;
    lists = listing;
    return this;
  }

  /** Drops connections after this many. */
  FakeFtp closesAfter(int turns) {
    closesAfter = turns;
    return this;
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    if (turn > closesAfter) {
      return;
    }
    say(socket, greeting);
    var user = "";
    var in = false;
    ServerSocket data = null;
    for (var line = line(socket); !line.isEmpty(); line = line(socket)) {
      var word = line.split(" ", 2);
      var rest = word.length > 1 ? word[1] : "";
      switch (word[0]) {
        case "USER" -> {
          user = rest;
          in = user.equals(openUser);
          say(socket, in ? "230 welcome" : asks(user) ? "331 password?" : refusal);
        }
        case "PASS" -> {
          in = accepts.test(user, rest);
          say(socket, in ? "230-hello\r\n230 welcome" : refusal);
        }
        case "PWD" -> say(socket, in && namesFolder ? "257 \"/\" is it" : "550 no");
        case "PASV" -> {
          data = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          say(socket, lists ? passive(data.getLocalPort()) : "502 no");
        }
        case "NLST" -> {
          try (var open = data;
              var peer = open.accept()) {
            peer.getOutputStream().write("a.jpg\r\n".getBytes(StandardCharsets.US_ASCII));
          }
          say(socket, "150 here\r\n226 done");
        }
        default -> say(socket, "500 what");
      }
    }
  }

  private boolean asks(String user) {
    return asksEverybody || openUser.equals("\0" + user);
  }

  /** Names another machine, as devices behind a router do. */
  private static String passive(int port) {
    return "227 entering passive mode (10,9,8,7,%d,%d)".formatted(port / 256, port % 256);
  }

  private static String line(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; ) {
      line.append(c == '\r' ? "" : (char) c);
      c = socket.getInputStream().read();
    }
    return line.toString();
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
