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
  private final WebClient web;
  private final Optional<String> declared;
  private final RandomGenerator random;

  References(WebClient web, Optional<String> declared, RandomGenerator random) {
    this.web = web;
    this.declared = declared.filter(path -> path.startsWith("/"));
    this.random = random;
  }

  /** A path that no device has. */
  String nowhere() {
    return "/q" + Long.toString(random.nextLong(1L << 45, 1L << 50), 36);
  }

  /** U. */
  Look look() throws ProbeException, InterruptedException {
    var missing = web.get(nowhere(), Optional.empty());
    if (missing.status() == 0) {
      return Look.unknown("no HTTP answer came", missing.evidence());
    }
    return declared.isPresent() ? declared(declared.get(), missing) : search(missing);
  }

  private Look declared(String path, HttpReply missing)
      throws ProbeException, InterruptedException {
    var reply = web.get(path, Optional.empty());
    if (reply.challengesBasic()) {
      return basic(path, reply);
    } else if (reply.status() == 401 || reply.passwordForm()) {
      return other(path, List.of(reply));
    } else if (reply.redirects()) {
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
      var reply = web.get(path, Optional.empty());
      // A challenge on every unknown path is an error page unless the front page has it too.
      if (reply.challengesBasic() && (path.equals("/") || missing.status() != 401)) {
        return basic(path, reply);
      }
      replies.add(reply);
      if (path.equals("/") && reply.redirects()) {
        replies.add(web.get(reply.path(), Optional.empty()));
      }
    }
    return other("/", replies);
  }

  /** A login of another kind, or none. */
  private static Look other(String path, List<HttpReply> replies) {
    var offered = new ArrayList<String>();
    for (var reply : replies) {
      reply.schemes().stream().filter(it -> it.matches("[a-z]{1,20}")).forEach(offered::add);
      if (reply.passwordForm()) {
        offered.add("form");
      }
    }
    var kinds = offered.stream().distinct().toList();
    var first = replies.getFirst();
    if (first.status() == 0) {
      return Look.unknown("no HTTP answer came", first.evidence());
    }
    return new Look(
        kinds.isEmpty() ? Access.UNKNOWN : Access.DENIED,
        kinds.stream().anyMatch(kind -> kind.equals("form") || kind.equals("digest"))
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

  private static Look basic(String path, HttpReply reply) {
    return look(Access.DENIED, Mechanism.PASSWORD, path, "401 with a Basic challenge", reply);
  }

  private static Look look(
      Access access, Mechanism mechanism, String path, String detail, HttpReply reply) {
    return new Look(
        access, mechanism, reply.schemes(), path, NameUse.OPTIONAL, detail, reply.evidence());
  }
}
