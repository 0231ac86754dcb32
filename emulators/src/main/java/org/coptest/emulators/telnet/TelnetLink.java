package org.coptest.emulators.telnet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** The device's end of a Telnet connection (RFC 854), reading lines and answering options. */
final class TelnetLink {

  private static final int IAC = 255;
  private static final int DONT = 254;
  private static final int DO = 253;
  private static final int WONT = 252;
  private static final int WILL = 251;
  private static final int SB = 250;
  private static final int SE = 240;
  private static final int ECHO = 1;
  private static final int SUPPRESS_GO_AHEAD = 3;
  private static final int WINDOW_SIZE = 31;
  private static final int MAX_LINE = 512;
  private static final byte[] OPENING = {
    (byte) IAC, (byte) DO, WINDOW_SIZE,
    (byte) IAC, (byte) WILL, ECHO,
    (byte) IAC, (byte) WILL, SUPPRESS_GO_AHEAD
  };

  private final InputStream in;
  private final OutputStream out;
  private boolean echoing = true;
  private boolean afterReturn;

  TelnetLink(Socket peer) throws IOException {
    in = new BufferedInputStream(peer.getInputStream());
    out = peer.getOutputStream();
  }

  /** Offers to echo, as a login over Telnet does. */
  void negotiate() throws IOException {
    out.write(OPENING);
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }

  /** The next line; {@code visible} lines are echoed as a terminal would. */
  String readLine(boolean visible) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = character(); next != '\n'; next = character()) {
      if (line.size() < MAX_LINE) {
        line.write(next);
      }
      if (visible && echoing) {
        out.write(next);
      }
    }
    write("\r\n");
    return line.toString(ISO_8859_1);
  }

  /** The next character of the text; CR LF, CR NUL, CR and LF all become LF. */
  private int character() throws IOException {
    while (true) {
      var next = octet();
      var second = afterReturn && (next == '\n' || next == 0);
      afterReturn = next == '\r';
      if (next == IAC) {
        command();
      } else if (next == '\r') {
        return '\n';
      } else if (!second) {
        return next;
      }
    }
  }

  private void command() throws IOException {
    var verb = octet();
    switch (verb) {
      case DO -> agree(octet());
      case DONT -> decline(octet());
      case WILL -> refuse(octet());
      case WONT -> octet();
      case SB -> skipSubnegotiation();
      default -> {
        // The other commands ask for nothing.
      }
    }
  }

  private void agree(int option) throws IOException {
    if (option != ECHO && option != SUPPRESS_GO_AHEAD) {
      reply(WONT, option);
    }
  }

  private void decline(int option) {
    if (option == ECHO) {
      echoing = false;
    }
  }

  private void refuse(int option) throws IOException {
    if (option != WINDOW_SIZE) {
      reply(DONT, option);
    }
  }

  private void reply(int verb, int option) throws IOException {
    out.write(new byte[] {(byte) IAC, (byte) verb, (byte) option});
  }

  private void skipSubnegotiation() throws IOException {
    var last = 0;
    for (var next = octet(); last != IAC || next != SE; next = octet()) {
      last = next;
    }
  }

  private int octet() throws IOException {
    var next = in.read();
    if (next < 0) {
      throw new EOFException("the peer left");
    }
    return next;
  }
}
