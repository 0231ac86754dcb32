package org.coptest.probes.instrument.onvif;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.http.WebRequest;
import org.coptest.probes.instrument.http.digest.DigestChallenge;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.ProbeException;

/** Sends ONVIF requests to the device service at one path. */
final class OnvifClient {
  private static final String ENVELOPE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">"
          + "<s:Header>%s</s:Header><s:Body>"
          + "<%s xmlns=\"http://www.onvif.org/ver10/device/wsdl\"/>"
          + "</s:Body></s:Envelope>";
  private static final String TYPE = "application/soap+xml; charset=utf-8";
  private final WebClient web;
  private final String path;
  private final RandomGenerator random;

  OnvifClient(WebClient web, String path, RandomGenerator random) {
    this.web = web;
    this.path = path;
    this.random = random;
  }

  /** One answer, as HTTP and as SOAP. */
  record Answered(HttpReply http, Optional<SoapReply> soap) {
    boolean serves(Operation operation) {
      return http.served() && soap.filter(it -> it.answers(operation)).isPresent();
    }

    /** Whether it says no for want of the right login. */
    boolean denies() {
      return http.status() == 401 || soap.filter(SoapReply::denies).isPresent();
    }

    String shown() {
      var said = soap.map(SoapReply::shown).orElse("no SOAP");
      return "status %d, %s".formatted(http.status(), said);
    }
  }

  /** Without any credential. */
  Answered ask(Operation operation) throws ProbeException, InterruptedException {
    return sent(request(operation, "", List.of()));
  }

  /** With a token in the SOAP header. */
  Answered ask(Operation operation, UsernameToken token, Candidate candidate)
      throws ProbeException, InterruptedException {
    // The digest could be searched for the password.
    var secrets = List.of(candidate.password(), token.digest());
    return sent(request(operation, token.xml(), secrets));
  }

  /** With HTTP Digest or Basic as this denial offers it; the denial when it offers neither. */
  Answered ask(Operation operation, Answered denial, Candidate candidate)
      throws ProbeException, InterruptedException {
    var first = line(denial, candidate);
    if (first.isEmpty()) {
      return denial;
    }
    var reply = ask(operation, first.get(), candidate);
    var renewed = challenge(reply).filter(DigestChallenge::stale);
    return renewed.isPresent()
        ? ask(operation, digest(renewed.get(), candidate), candidate)
        : reply;
  }

  private Answered ask(Operation operation, String authorization, Candidate candidate)
      throws ProbeException, InterruptedException {
    var pair = candidate.user() + ":" + candidate.password();
    return sent(
        request(operation, "", List.of(pair, candidate.password()))
            .with("Authorization", authorization));
  }

  private Optional<String> line(Answered denial, Candidate candidate) {
    return challenge(denial)
        .map(it -> digest(it, candidate))
        .or(() ->
            denial.http().schemes().contains("basic")
                ? Optional.of(basic(candidate))
                : Optional.empty());
  }

  private static String basic(Candidate candidate) {
    var pair = candidate.user() + ":" + candidate.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<DigestChallenge> challenge(Answered denial) {
    return denial.http().status() == 401
        ? DigestChallenge.strongest(denial.http().challenges())
        : Optional.empty();
  }

  private String digest(DigestChallenge challenge, Candidate candidate) {
    var cnonce = Long.toHexString(random.nextLong(1L << 60, Long.MAX_VALUE));
    return challenge.authorization(
        "POST", web.target(path), candidate.user(), candidate.password(), cnonce);
  }

  private WebRequest request(Operation operation, String header, List<String> secrets) {
    var text = ENVELOPE.formatted(header, operation.text());
    // The body of a request is given byte by byte.
    var bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return WebRequest.post(path, TYPE, bytes, secrets);
  }

  private Answered sent(WebRequest request) throws ProbeException, InterruptedException {
    var reply = web.send(request);
    return new Answered(reply, SoapReader.read(reply.body()));
  }
}
