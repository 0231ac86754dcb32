package org.coptest.probes.instrument.http.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.spi.ProbeException;

/**
 * Shows whether a session reaches what is denied to a visitor who came the same way and did not log
 * in.
 */
final class Reach {
  private final LoginPage login;
  private final Optional<String> reference;
  private final Set<String> wrong = new HashSet<>();
  private Optional<Likeness> authorised = Optional.empty();

  /**
   * For one login.
   *
   * @param reference path that is denied without a login; where the login leads, if none is known
   */
  Reach(LoginPage login, Optional<String> reference) {
    this.login = login;
    this.reference = reference;
  }

  /** The answer that only this session gets; nothing when it is as good as none. */
  Optional<HttpReply> reached(Session session, Session.Visit landing, Candidate candidate)
      throws ProbeException, InterruptedException {
    var path = reference.or(() -> led(landing, candidate));
    if (path.isEmpty() || !session.carries()) {
      return Optional.empty();
    }
    var with = session.get(path.get());
    if (!with.shows()) {
      return Optional.empty();
    }
    var visitor = new Session(session.web());
    if (login.page().isPresent()) {
      visitor.visit(login.page().get());
    }
    var without = visitor.get(path.get());
    var other = denied(without) || differs(with, without, session, visitor, candidate);
    return other ? Optional.of(with) : Optional.empty();
  }

  /** A page of its own to which this login leads, and no wrong one. */
  private Optional<String> led(Session.Visit landing, Candidate candidate) {
    var path = landing.path();
    if (candidate.control()) {
      wrong.add(path);
    }
    var apart = !path.equals(login.target()) && login.page().filter(path::equals).isEmpty();
    return apart && landing.reply().shows() && !wrong.contains(path)
        ? Optional.of(path)
        : Optional.empty();
  }

  /** A failure or silence is no denial. */
  private static boolean denied(HttpReply reply) {
    return switch (reply.status()) {
      case 401, 403, 404 -> true;
      default -> reply.redirects() || reply.served() && !reply.shows();
    };
  }

  /**
   * Where everybody is served, a login shows what the declared credential showed and nobody else.
   */
  private boolean differs(
      HttpReply with, HttpReply without, Session session, Session visitor, Candidate candidate) {
    var seen = with.likeness(session.given());
    if (!without.served() || seen.alike(without.likeness(visitor.given()))) {
      return false;
    } else if (candidate.declared()) {
      authorised = Optional.of(seen);
    }
    return authorised.filter(seen::alike).isPresent();
  }

  /** Likeness of an answer without what was sent and what was given. */
  static Likeness likeness(
      HttpReply sent, Session.Visit landing, Candidate candidate, List<String> varying) {
    var submitted = new ArrayList<>(varying);
    submitted.add(candidate.user());
    submitted.add(candidate.password());
    var last = landing.reply().likeness(submitted);
    var typed =
        "%d|%s|%s|%s"
            .formatted(sent.status(), sent.path(), String.join(",", sent.cookies()), last.typed());
    return new Likeness(typed, last.simhash(), last.raw());
  }
}
