package org.coptest.emulators.ftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Conversation;

/**
 * The control connection of an FTP server (RFC 959) with an empty folder and no transfers.
 *
 * @param accounts who may log in
 * @param nameAlone who is let in by the name, without being asked for a password
 * @param anonymous whether {@code anonymous} is let in with any password
 */
public record FtpServer(Accounts accounts, Optional<String> nameAlone, boolean anonymous)
    implements Conversation {

  private static final int MAX_COMMANDS = 100;
  private static final int MAX_LINE = 512;

  /** A server for these accounts only. */
  public static FtpServer guarded(Accounts accounts) {
    return new FtpServer(accounts, Optional.empty(), false);
  }

  /** The same that lets this user in without a password. */
  public FtpServer trusting(String user) {
    return new FtpServer(accounts, Optional.of(user), anonymous);
  }

  /** The same that lets in whoever calls himself anonymous. */
  public FtpServer publicly() {
    return new FtpServer(accounts, nameAlone, true);
  }

  @Override
  public void hold(Socket peer) throws IOException {
    var in = new BufferedInputStream(peer.getInputStream());
    say(peer, "220-CAM-1\r\n220 ready");
    var session = new Session("", false, false);
    try {
      for (int count = 0; count < MAX_COMMANDS && !session.ended(); count++) {
        var words = line(in).split(" ", 2);
        session = answer(peer, session, words[0], words.length > 1 ? words[1] : "");
      }
    } catch (EOFException e) {
      // The peer has no more commands.
    }
  }

  /** How far a peer has come. */
  private record Session(String user, boolean loggedIn, boolean ended) {}

  private Session answer(Socket peer, Session session, String command, String argument)
      throws IOException {
    return switch (command) {
      case "USER" -> user(peer, argument);
      case "PASS" -> password(peer, session.user(), argument);
      case "QUIT" -> said(peer, "221 bye", new Session("", false, true));
      case "SYST" -> said(peer, "215 UNIX Type: L8", session);
      case "PWD" ->
          said(peer, session.loggedIn() ? "257 \"/\" is the folder" : "530 log in", session);
      default -> said(peer, "502 not here", session);
    };
  }

  private Session user(Socket peer, String user) throws IOException {
    boolean known = nameAlone.filter(user::equals).isPresent();
    return said(peer, known ? "230 welcome" : "331 password", new Session(user, known, false));
  }

  private Session password(Socket peer, String user, String password) throws IOException {
    if (user.isEmpty()) {
      return said(peer, "503 who are you", new Session("", false, false));
    }
    boolean let = anonymous && user.equals("anonymous") || accounts.admits(user, password);
    return let
        ? said(peer, "230 welcome", new Session(user, true, false))
        : said(peer, "530 login incorrect", new Session("", false, false));
  }

  private static Session said(Socket peer, String reply, Session next) throws IOException {
    say(peer, reply);
    return next;
  }

  private static void say(Socket peer, String text) throws IOException {
    peer.getOutputStream().write((text + "\r\n").getBytes(UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() == MAX_LINE) {
        throw new EOFException("the peer left, or talks nonsense");
      }
      line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
    }
    return line.toString().stripTrailing();
  }
}
