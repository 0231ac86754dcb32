package org.coptest.probes.instrument.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.digest.DigestChallenge;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.ProbeException;

/**
 * Asks with a credential in the header: Basic where it is offered, else the strongest Digest. A
 * device counts one login, since the request that fetches a nonce carries no credential.
 */
final class HeaderLogin {
  private final WebClient web;
  private final RandomGenerator random;
  private boolean basic;

  HeaderLogin(WebClient web, RandomGenerator random) {
    this.web = web;
    this.random = random;
  }

  /** Whether Basic is offered, so that no nonce has to be fetched. */
  void basic(boolean offered) {
    basic = offered;
  }

  /** The path with this credential; what was asked first when it challenges nobody. */
  HttpReply get(String path, Candidate candidate) throws ProbeException, InterruptedException {
    if (basic) {
      return with(path, candidate, basic(candidate));
    }
    var asked = web.get(path);
    var challenge = challenge(asked);
    return challenge.isEmpty() ? asked : answer(path, candidate, challenge.get());
  }

  /** As get, but nothing when the path is served to everybody. */
  Optional<HttpReply> denied(String path, Candidate candidate)
      throws ProbeException, InterruptedException {
    if (basic) {
      return Optional.of(get(path, candidate));
    }
    var asked = web.get(path);
    if (asked.served()) {
      return Optional.empty();
    }
    var challenge = challenge(asked);
    return Optional.of(challenge.isEmpty() ? asked : answer(path, candidate, challenge.get()));
  }

  private HttpReply answer(String path, Candidate candidate, DigestChallenge challenge)
      throws ProbeException, InterruptedException {
    var reply = digest(path, candidate, challenge);
    var renewed = challenge(reply).filter(DigestChallenge::stale);
    return renewed.isPresent() ? digest(path, candidate, renewed.get()) : reply;
  }

  private static Optional<DigestChallenge> challenge(HttpReply reply) {
    return reply.status() == 401 ? DigestChallenge.strongest(reply.challenges()) : Optional.empty();
  }

  private HttpReply digest(String path, Candidate candidate, DigestChallenge challenge)
      throws ProbeException, InterruptedException {
    var header =
        challenge.authorization(
            "GET", web.target(path), candidate.user(), candidate.password(), cnonce());
    return with(path, candidate, header);
  }

  private HttpReply with(String path, Candidate candidate, String authorization)
      throws ProbeException, InterruptedException {
    var pair = candidate.user() + ":" + candidate.password();
    return web.send(
        WebRequest.get(path)
            .with("Authorization", authorization)
            .hiding(List.of(pair, candidate.password())));
  }

  private static String basic(Candidate candidate) {
    var pair = candidate.user() + ":" + candidate.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String cnonce() {
    return Long.toString(random.nextLong(1L << 58, 1L << 62), 36);
  }
}
