package org.coptest.probes.instrument.http.form;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.spi.ProbeException;

/** U: whether a password is asked for by a page, and what is denied to somebody who gives none. */
final class FormLook {
  private final WebClient web;
  private final Recipe recipe;
  private final RandomGenerator random;

  /**
   * What was seen.
   *
   * @param look for the record
   * @param login how a login is sent
   * @param reference path that is denied without one
   */
  record Seen(Look look, Optional<LoginPage> login, Optional<String> reference) {}

  FormLook(WebClient web, Recipe recipe, RandomGenerator random) {
    this.web = web;
    this.recipe = recipe;
    this.random = random;
  }

  Seen look() throws ProbeException, InterruptedException {
    var finding = new FormFinder(web, recipe).find();
    if (finding.reply().status() == 0) {
      return without(Look.unknown("no HTTP answer came", finding.reply().evidence()));
    }
    return switch (finding) {
      case Finding.Login it -> login(it);
      case Finding.ByScript it ->
          without(
              look(
                  Access.DENIED,
                  Mechanism.OTHER_PASSWORD,
                  List.of("script"),
                  it.path(),
                  NameUse.OPTIONAL,
                  "a password is asked for, but not by a form that can be sent from here",
                  it.reply()));
      case Finding.SetUp it ->
          without(none(it.path(), "a page on which a password is chosen", it.reply()));
      case Finding.Nothing it ->
          without(
              none(
                  "/",
                  "no form asks for a password on %d pages".formatted(it.pages()),
                  it.reply()));
    };
  }

  private static Seen without(Look look) {
    return new Seen(look, Optional.empty(), Optional.empty());
  }

  private static Look none(String path, String detail, HttpReply reply) {
    return look(
        Access.UNKNOWN, Mechanism.NONE_SEEN, List.of(), path, NameUse.OPTIONAL, detail, reply);
  }

  private Seen login(Finding.Login finding) throws ProbeException, InterruptedException {
    var declared = recipe.protectedReference().filter(path -> path.startsWith("/"));
    if (declared.isPresent()) {
      var reply = web.get(declared.get());
      if (reply.shows() && !reply.likeness(List.of()).alike(nowhere())) {
        var detail = "the protected reference was served";
        return without(
            look(
                Access.GRANTED,
                Mechanism.OPEN,
                List.of(kind()),
                declared.get(),
                names(finding.page()),
                detail,
                reply));
      }
    }
    var reference = declared.isPresent() ? declared : front(finding.page());
    if (reference.isEmpty() && recipe.json()) {
      throw recipe.unfit("protectedReference", "names no path that is denied without a login");
    }
    return new Seen(
        look(
            Access.DENIED,
            Mechanism.PASSWORD,
            List.of(kind()),
            reference.orElse(""),
            names(finding.page()),
            recipe.json() ? "JSON is sent to log in" : "a form that asks for a password",
            finding.reply()),
        Optional.of(finding.page()),
        reference);
  }

  /** The front page, when it asks for the login too. */
  private Optional<String> front(LoginPage page) throws ProbeException, InterruptedException {
    var front = web.get("/");
    var asks =
        front.status() == 401
            || front.status() == 403
            || front.served() && !front.shows()
            || front.redirects()
                && web.local("/", front.location()).filter(at(page)::equals).isPresent();
    return asks ? Optional.of("/") : Optional.empty();
  }

  private static String at(LoginPage page) {
    return page.page().orElse(page.target());
  }

  private Likeness nowhere() throws ProbeException, InterruptedException {
    var path = "/q" + Long.toString(random.nextLong(1L << 45, 1L << 50), 36);
    return web.get(path).likeness(List.of());
  }

  private String kind() {
    return recipe.json() ? "json" : "form";
  }

  private static NameUse names(LoginPage page) {
    return page.userField().isEmpty() ? NameUse.ABSENT : NameUse.REQUIRED;
  }

  private static Look look(
      Access access,
      Mechanism mechanism,
      List<String> offered,
      String reference,
      NameUse names,
      String detail,
      HttpReply reply) {
    return new Look(access, mechanism, offered, reference, names, detail, reply.evidence());
  }
}
