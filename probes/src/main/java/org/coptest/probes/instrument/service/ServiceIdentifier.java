package org.coptest.probes.instrument.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.ClientHello;
import org.coptest.probes.instrument.tls.HelloAnswer;
import org.coptest.probes.instrument.tls.HelloExchange;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/**
 * Finds out what a port speaks: it listens, then asks one question per fresh connection. Only a
 * typed parse of the bytes decides, never the number of the port.
 */
public final class ServiceIdentifier {
  private static final byte[] MQTT_CONNECT =
      HexFormat.of().parseHex("100f00044d5154540402000a0003747031");
  private static final int MAX_EVIDENCE = 6;
  private static final Duration HANDSHAKE = Duration.ofSeconds(5);

  private final Dut dut;
  private final Endpoint endpoint;
  private final RandomGenerator random;
  private final Duration patience;
  private final List<EvidenceRef> evidence = new ArrayList<>();
  private final List<byte[]> answers = new ArrayList<>();
  private boolean echoes;
  private String firstBytes = "";

  /** For this port, waiting this long for each answer. */
  public ServiceIdentifier(Dut dut, Endpoint endpoint, RandomGenerator random, Duration patience) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.random = random;
    this.patience = patience;
  }

  /** Listens, and sends nothing: a printer prints what it is sent. */
  public Identity listenOnly() throws ProbeException, InterruptedException {
    return greeting()
        .orElseGet(
            () -> named(Protocol.UNKNOWN, "only listened to: a printer would print what is sent"));
  }

  /** Listens, then asks. */
  public Identity identify() throws ProbeException, InterruptedException {
    var first = greeting();
    if (first.isPresent()) {
      return first.get();
    }
    return answersTls() ? insideTls() : inClear();
  }

  private Optional<Identity> greeting() throws ProbeException, InterruptedException {
    var connection = connect();
    if (connection.isEmpty()) {
      return Optional.of(named(Protocol.UNKNOWN, "the port no longer accepted a connection"));
    }
    try (var open = connection.get()) {
      var heard = Heard.on(open, patience);
      if (heard.isEmpty()) {
        return Optional.empty();
      }
      firstBytes = heard.quoted();
      var identity = new GreetingParser(open, dut, patience).parse(heard);
      evidence.add(open.transcript());
      return Optional.of(
          new Identity(
              identity.protocol(),
              false,
              true,
              identity.loginPrompt(),
              firstBytes,
              HttpFront.none(),
              identity.note(),
              List.copyOf(evidence)));
    }
  }

  private boolean answersTls() throws ProbeException, InterruptedException {
    var exchange = new HelloExchange(dut, endpoint, random, patience);
    var suites = CipherSuites.bundled();
    for (var version : List.of(TlsVersion.TLS12, TlsVersion.TLS13, TlsVersion.TLS10)) {
      var chunks = suites.chunks(version, 60);
      var outcome = exchange.ask(ClientHello.of(version, chunks.get(0)));
      if (outcome.answer() instanceof HelloAnswer.Chosen
          || outcome.answer() instanceof HelloAnswer.Alert) {
        outcome.evidence().ifPresent(evidence::add);
        return true;
      } else if (!(outcome.answer() instanceof HelloAnswer.Closed)
          && !(outcome.answer() instanceof HelloAnswer.Reset)) {
        return false;
      }
    }
    return false;
  }

  private Identity insideTls() throws ProbeException, InterruptedException {
    try {
      return ask(true).orElseGet(() -> tls(""));
    } catch (ProbeException e) {
      if (e.reasonCode() != org.coptest.spi.verdict.Cause.AMBIGUOUS_RESPONSE) {
        throw e;
      }
      return tls("no TLS handshake could be completed to look inside");
    }
  }

  private Identity tls(String note) {
    return new Identity(
        Protocol.TLS, true, false, false, firstBytes, HttpFront.none(), note, kept());
  }

  private Identity inClear() throws ProbeException, InterruptedException {
    var typed = ask(false);
    if (typed.isPresent()) {
      return typed.get();
    } else if (echoes) {
      return named(Protocol.ECHO, "it sends back what it is sent");
    } else if (sameAnswers()) {
      return named(Protocol.SAME_ANSWER, "it answers different questions with the same bytes");
    }
    return named(Protocol.UNKNOWN, firstBytes.isEmpty() ? "it never said anything" : "");
  }

  private boolean sameAnswers() {
    return answers.size() >= 3
        && answers.stream().allMatch(a -> java.util.Arrays.equals(a, answers.get(0)));
  }

  private Optional<Identity> ask(boolean tls) throws ProbeException, InterruptedException {
    dut.awaitHttp();
    var web = exchange(tls, text("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"));
    var front = Recognise.http(web.bytes());
    if (front.isPresent()) {
      return Optional.of(identity(Protocol.HTTP, tls, false, front.get()));
    }
    var media = exchange(tls, text("OPTIONS rtsp://%s/ RTSP/1.0\r\nCSeq: 1\r\n\r\n"));
    if (Recognise.rtsp(media.bytes()) || Recognise.rtsp(web.bytes())) {
      return Optional.of(identity(Protocol.RTSP, tls, false, HttpFront.none()));
    }
    var queue = exchange(tls, MQTT_CONNECT);
    if (Recognise.connack(queue.bytes())) {
      return Optional.of(identity(Protocol.MQTT, tls, false, HttpFront.none()));
    }
    var console = exchange(tls, "\r\n".getBytes(StandardCharsets.US_ASCII));
    boolean prompt = Recognise.loginPrompt(console.bytes());
    return prompt || Recognise.telnetNegotiation(console.bytes())
        ? Optional.of(identity(Protocol.TELNET, tls, prompt, HttpFront.none()))
        : Optional.empty();
  }

  private byte[] text(String template) {
    return template.formatted(endpoint.text()).getBytes(StandardCharsets.US_ASCII);
  }

  private Heard exchange(boolean tls, byte[] question) throws ProbeException, InterruptedException {
    var connection = connect();
    if (connection.isEmpty()) {
      return new Heard(new byte[0], true, false);
    }
    try (var below = connection.get()) {
      if (tls) {
        dut.awaitHello();
      }
      var channel = tls ? TlsTunnel.over(below, Optional.empty(), HANDSHAKE) : below;
      channel.send(question);
      var heard = Heard.on(channel, patience);
      note(question, heard, below);
      return heard;
    }
  }

  private void note(byte[] question, Heard heard, Channel connection) {
    if (heard.isEmpty()) {
      return;
    }
    firstBytes = firstBytes.isEmpty() ? heard.quoted() : firstBytes;
    echoes |= java.util.Arrays.equals(question, heard.bytes());
    answers.add(heard.bytes());
    evidence.add(connection.transcript());
  }

  private Optional<Channel> connect() throws ProbeException, InterruptedException {
    return dut.connect(endpoint) instanceof ConnectResult.Open open
        ? Optional.of(open.channel())
        : Optional.empty();
  }

  private Identity identity(Protocol protocol, boolean tls, boolean prompt, HttpFront front) {
    return new Identity(protocol, tls, false, prompt, firstBytes, front, "", kept());
  }

  private Identity named(Protocol protocol, String note) {
    return new Identity(protocol, false, false, false, firstBytes, HttpFront.none(), note, kept());
  }

  private List<EvidenceRef> kept() {
    return evidence.stream().limit(MAX_EVIDENCE).toList();
  }
}
