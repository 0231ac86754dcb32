package org.coptest.probes.instrument.service;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Dut;

/** Recognises a service that speaks first, by going one step on with it. */
final class GreetingParser {
  private static final int DRIPS = 3;
  private static final int FEW = 16;

  private final Channel connection;
  private final Dut dut;
  private final Duration patience;

  GreetingParser(Channel connection, Dut dut, Duration patience) {
    this.connection = connection;
    this.dut = dut;
    this.patience = patience;
  }

  /** What the greeting came to. */
  record Greeting(Protocol protocol, boolean loginPrompt, String note) {}

  Greeting parse(Heard heard) throws ProbeException, InterruptedException {
    if (Recognise.telnetNegotiation(heard.bytes())) {
      return telnet(heard);
    } else if (Recognise.sshIdentification(heard.bytes())) {
      return ssh(heard);
    } else if (Recognise.reply(heard.bytes(), 220)) {
      return reply();
    } else if (Recognise.loginPrompt(heard.bytes())) {
      return new Greeting(Protocol.TELNET, true, "it asks for a login without negotiating options");
    } else if (heard.endless() || drips(heard)) {
      return tarpit();
    }
    return new Greeting(Protocol.UNKNOWN, false, "");
  }

  private static Greeting tarpit() {
    return new Greeting(Protocol.TARPIT, false, "it goes on sending bytes that lead nowhere");
  }

  /** A few bytes, and again, and again: slower than anything that has something to say. */
  private boolean drips(Heard heard) throws ProbeException, InterruptedException {
    var last = heard;
    for (int round = 0; round < DRIPS; round++) {
      if (last.isEmpty() || last.ended() || last.bytes().length > FEW) {
        return false;
      }
      last = Heard.on(connection, patience);
    }
    return !last.isEmpty();
  }

  private Greeting telnet(Heard heard) throws ProbeException, InterruptedException {
    var answer = TelnetAnswers.to(heard.bytes());
    boolean prompt = Recognise.loginPrompt(heard.bytes());
    if (!prompt) {
      connection.send(answer);
      prompt = Recognise.loginPrompt(Heard.on(connection, patience).bytes());
    }
    return new Greeting(Protocol.TELNET, prompt, "");
  }

  private Greeting ssh(Heard heard) throws ProbeException, InterruptedException {
    dut.awaitHello();
    var so = new ByteArrayOutputStream();
    so.writeBytes(heard.bytes());
    if (!Recognise.sshKeyExchange(so.toByteArray())) {
      connection.send(ascii("SSH-2.0-coptest\r\n"));
      so.writeBytes(Heard.on(connection, patience).bytes());
    }
    if (heard.endless() && !Recognise.sshKeyExchange(so.toByteArray())) {
      return tarpit();
    }
    return Recognise.sshKeyExchange(so.toByteArray())
        ? new Greeting(Protocol.SSH, false, "")
        : new Greeting(Protocol.UNKNOWN, false, "it greets like SSH but starts no key exchange");
  }

  /** FTP and SMTP greet alike: SMTP knows EHLO, FTP knows SYST. */
  private Greeting reply() throws ProbeException, InterruptedException {
    connection.send(ascii("EHLO coptest.invalid\r\n"));
    if (Recognise.reply(Heard.on(connection, patience).bytes(), 250)) {
      return new Greeting(Protocol.SMTP, false, "");
    }
    connection.send(ascii("SYST\r\n"));
    return Recognise.reply(Heard.on(connection, patience).bytes(), 215, 530, 331, 202, 502)
        ? new Greeting(Protocol.FTP, false, "")
        : new Greeting(Protocol.UNKNOWN, false, "it greets like FTP but answers no SYST");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
