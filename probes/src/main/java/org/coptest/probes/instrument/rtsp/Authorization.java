package org.coptest.probes.instrument.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.digest.Challenge;
import org.coptest.probes.instrument.http.digest.DigestChallenge;
import org.coptest.probes.instrument.login.Candidate;

/** Answers challenges, Digest before Basic (RFC 2326, section 14; RFC 7616, 7617). */
final class Authorization {
  private final RandomGenerator random;

  Authorization(RandomGenerator random) {
    this.random = random;
  }

  /** Whether one of these challenges can be answered. */
  static boolean possible(List<Challenge> challenges) {
    return DigestChallenge.strongest(challenges).isPresent() || basic(challenges);
  }

  /** The header line for one request; empty when no challenge can be answered. */
  Optional<String> line(
      List<Challenge> challenges, String method, String uri, Candidate candidate) {
    var digest = DigestChallenge.strongest(challenges);
    if (digest.isPresent()) {
      var cnonce = Long.toHexString(random.nextLong(1L << 60, Long.MAX_VALUE));
      var value =
          digest.get().authorization(method, uri, candidate.user(), candidate.password(), cnonce);
      return Optional.of("Authorization: " + value);
    }
    return basic(challenges)
        ? Optional.of("Authorization: Basic " + encoded(candidate))
        : Optional.empty();
  }

  /** Whether the last answer failed for its old nonce alone. */
  static boolean stale(List<Challenge> challenges) {
    return DigestChallenge.strongest(challenges).filter(DigestChallenge::stale).isPresent();
  }

  private static boolean basic(List<Challenge> challenges) {
    return challenges.stream().anyMatch(challenge -> challenge.scheme().equals("basic"));
  }

  private static String encoded(Candidate candidate) {
    var pair = candidate.user() + ":" + candidate.password();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
