package org.coptest.probes.instrument.http.form;

import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.http.html.FormField;
import org.coptest.probes.instrument.http.html.HtmlForm;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/** Logins by an HTML form or a JSON service; each attempt is a visitor with cookies of its own. */
public final class FormDoor implements LoginDoor {
  private final WebClient web;
  private final Recipe recipe;
  private final FormLook looks;
  private Optional<LoginPage> login = Optional.empty();
  private Optional<Reach> reach = Optional.empty();
  private boolean refusedControl;

  /** Of this port. */
  public FormDoor(Dut dut, Endpoint endpoint, boolean tls, Recipe recipe, RandomGenerator random) {
    this.web = new WebClient(dut, endpoint, tls);
    this.recipe = recipe;
    this.looks = new FormLook(web, recipe, random);
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var seen = looks.look();
    login = seen.login();
    reach = seen.login().map(page -> new Reach(page, seen.reference()));
    return seen.look();
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    var page = login.orElseThrow(() -> new IllegalStateException("look first"));
    var session = new Session(web);
    Optional<HttpReply> before = Optional.empty();
    if (page.page().isPresent()) {
      before = Optional.of(session.visit(page.page().get()).reply());
      var trouble = page.form().isPresent() ? trouble(before.get()) : Optional.<Answer>empty();
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    var form = before.flatMap(reply -> form(page, reply));
    if (page.form().isPresent() && form.isEmpty()) {
      return Answer.undecided(
          LoginOutcome.LOCKED, "its page no longer shows the login", before.get().evidence());
    }
    return submitted(page, session, candidate, form, before);
  }

  private Answer submitted(
      LoginPage page,
      Session session,
      Candidate candidate,
      Optional<HtmlForm> form,
      Optional<HttpReply> before)
      throws ProbeException, InterruptedException {
    var sent = session.send(new Submission(recipe, page, session).request(candidate, form, before));
    var trouble = trouble(sent);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    JsonText.token(sent.body(), recipe.tokenField()).ifPresent(session::token);
    var landing = session.follow(new Session.Visit(page.target(), sent));
    var reached = reach.orElseThrow().reached(session, landing, candidate);
    return reached.isPresent()
        ? accepted(candidate, sent, reached.get())
        : rejected(candidate, session, form, sent, landing);
  }

  /** A control may only show that any credential works where none was refused before. */
  private Answer accepted(Candidate candidate, HttpReply sent, HttpReply reached) {
    if (candidate.control() && refusedControl) {
      return Answer.undecided(
          LoginOutcome.LOCKED,
          "wrong credentials are no longer answered as at the start",
          reached.evidence());
    }
    var counts = !candidate.control() || recipe.protectedReference().isPresent();
    return Answer.accepted(
        counts ? Proof.REFERENCE : Proof.NONE,
        "status %d, and a page that is denied without this session".formatted(sent.status()),
        reached.evidence());
  }

  private Answer rejected(
      Candidate candidate,
      Session session,
      Optional<HtmlForm> form,
      HttpReply sent,
      Session.Visit landing) {
    refusedControl |= candidate.control();
    var varying = new ArrayList<>(session.given());
    form.ifPresent(it -> it.fields().stream().map(FormField::value).forEach(varying::add));
    return Answer.rejected(
        Reach.likeness(sent, landing, candidate, varying),
        "status %d, and no session that reaches anything".formatted(sent.status()),
        sent.evidence());
  }

  private static Optional<HtmlForm> form(LoginPage page, HttpReply reply) {
    return reply.page().forms().stream()
        .filter(form -> form.field(page.passwordField()).isPresent())
        .findFirst();
  }

  /** Answers that say nothing about the credential. */
  private Optional<Answer> trouble(HttpReply reply) throws ProbeException {
    var detail = "status %d".formatted(reply.status());
    var outcome =
        switch (reply.status()) {
          case 429, 503 -> LoginOutcome.THROTTLED;
          case 423 -> LoginOutcome.LOCKED;
          case 0 ->
              switch (reply.ending()) {
                case CUT -> LoginOutcome.THROTTLED;
                case GARBLED -> LoginOutcome.ERROR;
                default -> LoginOutcome.NO_ANSWER;
              };
          case 404, 405, 415 -> throw unfit(reply);
          default ->
              reply.status() < 200 || reply.status() >= 500
                  ? LoginOutcome.ERROR
                  : LoginOutcome.REJECTED;
        };
    return outcome == LoginOutcome.REJECTED
        ? Optional.empty()
        : Optional.of(
            Answer.undecided(
                outcome, reply.status() == 0 ? "no HTTP answer came" : detail, reply.evidence()));
  }

  private ProbeException unfit(HttpReply reply) {
    return recipe.unfit("path", "does not take logins: status %d".formatted(reply.status()));
  }

  @Override
  public void close() {
    web.close();
  }
}
