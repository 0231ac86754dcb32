package org.coptest.probes.instrument.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.spi.ProbeException;

/**
 * Finds a path that is denied without a login; a path that cannot exist shows what "not there" is.
 */
final class References {
  private static final List<String> COMMON =
      List.of(
          "/",
          "/index.html",
          "/admin/",
          "/admin",
          "/config",
          "/setup",
          "/status",
          "/system",
          "/api",
          "/cgi-bin/");
  private static final List<String> OTHER_PASSWORDS = List.of("digest", "ntlm", "negotiate");
  private final WebClient web;
  private final Elsewhere elsewhere;
  private final Optional<String> declared;
  private final RandomGenerator random;

  References(
      WebClient web, Elsewhere elsewhere, Optional<String> declared, RandomGenerator random) {
    this.web = web;
    this.elsewhere = elsewhere;
    this.declared = declared.filter(path -> path.startsWith("/"));
    this.random = random;
  }

  /** A path that no device has. */
  String nowhere() {
    return "/q" + Long.toString(random.nextLong(1L << 45, 1L << 50), 36);
  }

  /** U. */
  Look look() throws ProbeException, InterruptedException {
    var missing = web.get(nowhere());
    if (missing.status() == 0) {
      return Look.unknown("no HTTP answer came", missing.evidence());
    }
    if (elsewhere.port(missing).isPresent()) {
      var away = away(missing);
      if (away.isPresent()) {
        return away.get();
      }
    }
    return declared.isPresent() ? declared(declared.get(), missing) : search(missing);
  }

  /** Every path sends to one other port: this one serves nothing. */
  private Optional<Look> away(HttpReply missing) throws ProbeException, InterruptedException {
    var replies = new ArrayList<>(List.of(missing));
    for (var path : List.of("/", declared.orElse("/index.html"), nowhere())) {
      replies.add(web.get(path));
    }
    return elsewhere
        .port(replies)
        .map(port ->
            new Look(
                Access.DENIED,
                Mechanism.ELSEWHERE,
                List.of("https"),
                "tcp/" + port,
                NameUse.OPTIONAL,
                "each of %d paths sends to https on tcp/%d".formatted(replies.size(), port),
                replies.getLast().evidence()));
  }

  private Look declared(String path, HttpReply missing)
      throws ProbeException, InterruptedException {
    var reply = web.get(path);
    if (reply.challengesPassword()) {
      return header(path, reply);
    } else if (reply.status() == 401) {
      return other(path, List.of(reply));
    } else if (reply.redirects() || reply.served() && !reply.shows()) {
      return search(missing);
    } else if (reply.served() && !reply.likeness(List.of()).alike(missing.likeness(List.of()))) {
      return look(
          Access.GRANTED, Mechanism.OPEN, path, "the protected reference was served", reply);
    }
    return look(
        Access.UNKNOWN, Mechanism.NONE_SEEN, path, "status %d".formatted(reply.status()), reply);
  }

  private Look search(HttpReply missing) throws ProbeException, InterruptedException {
    var replies = new ArrayList<HttpReply>();
    for (var path : COMMON) {
      var reply = web.get(path);
      // A challenge on every unknown path is an error page unless the front page has it too.
      if (reply.challengesPassword() && (path.equals("/") || missing.status() != 401)) {
        return header(path, reply);
      }
      replies.add(reply);
      if (path.equals("/") && reply.redirects()) {
        replies.add(web.get(reply.path()));
      }
    }
    return other("/", replies);
  }

  /** A login of another kind, or none; forms are looked for by another door. */
  private static Look other(String path, List<HttpReply> replies) {
    var kinds =
        replies.stream()
            .flatMap(reply -> reply.schemes().stream())
            .filter(scheme -> scheme.matches("[a-z]{1,20}"))
            .distinct()
            .toList();
    var first = replies.getFirst();
    if (first.status() == 0) {
      return Look.unknown("no HTTP answer came", first.evidence());
    }
    return new Look(
        kinds.isEmpty() ? Access.UNKNOWN : Access.DENIED,
        kinds.stream().anyMatch(OTHER_PASSWORDS::contains)
            ? Mechanism.OTHER_PASSWORD
            : Mechanism.NONE_SEEN,
        kinds,
        path,
        NameUse.OPTIONAL,
        kinds.isEmpty()
            ? "no login was asked for on %d paths".formatted(replies.size())
            : "a login of another kind: " + String.join(", ", kinds),
        first.evidence());
  }

  private static Look header(String path, HttpReply reply) {
    var kind = reply.schemes().contains("basic") ? "Basic" : "Digest";
    return look(
        Access.DENIED, Mechanism.PASSWORD, path, "401 with a %s challenge".formatted(kind), reply);
  }

  private static Look look(
      Access access, Mechanism mechanism, String path, String detail, HttpReply reply) {
    return new Look(
        access, mechanism, reply.schemes(), path, NameUse.OPTIONAL, detail, reply.evidence());
  }
}
