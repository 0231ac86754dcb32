package org.coptest.probes.instrument.http.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.http.html.FormField;
import org.coptest.probes.instrument.http.html.HtmlForm;
import org.coptest.probes.instrument.http.html.HtmlPage;
import org.coptest.spi.ProbeException;
import org.coptest.spi.Untrusted;

/** Looks for the form to log in on the declared page, the front page and what these lead to. */
final class FormFinder {
  private static final Pattern TO_LOGIN =
      Pattern.compile("(?i)log.?in|sign.?in|log.?on|auth|account|frame|admin");
  private static final Pattern HARMFUL =
      Pattern.compile("(?i)log.?out|sign.?out|log.?off|reboot|restart|reset|delete|remove|upgrade");
  private static final List<String> USUAL = List.of("/login", "/login.html", "/admin");
  private static final int MOST_PAGES = 8;
  private static final int MOST_LINKS = 3;
  private static final int MOST_SHOWN = 40;
  private final WebClient web;
  private final Recipe recipe;

  FormFinder(WebClient web, Recipe recipe) {
    this.web = web;
    this.recipe = recipe;
  }

  Finding find() throws ProbeException, InterruptedException {
    return recipe.json() ? json() : form();
  }

  private Finding json() throws ProbeException, InterruptedException {
    var path =
        recipe.path().orElseThrow(() -> recipe.unfit("path", "names nothing to send JSON to"));
    var password =
        recipe
            .passwordField()
            .orElseThrow(() -> recipe.unfit("passwordField", "names no field of the JSON to send"));
    var user = recipe.userField().orElse("");
    var page =
        new LoginPage(recipe.csrfFrom(), path, recipe.post(), Optional.empty(), user, password);
    return new Finding.Login(page, web.get(path));
  }

  private Finding form() throws ProbeException, InterruptedException {
    var paths = new ArrayDeque<String>();
    recipe.csrfFrom().or(recipe::path).ifPresent(paths::add);
    if (!recipe.strict() || recipe.path().isEmpty()) {
      paths.add("/");
      recipe.protectedReference().ifPresent(paths::add);
    }
    return search(paths);
  }

  private Finding search(Deque<String> paths) throws ProbeException, InterruptedException {
    var seen = new LinkedHashSet<String>();
    var weaker = new ArrayList<Finding>();
    Optional<HttpReply> first = Optional.empty();
    var usual = new ArrayDeque<>(recipe.strict() ? List.<String>of() : USUAL);
    while (seen.size() < MOST_PAGES && !(paths.isEmpty() && usual.isEmpty())) {
      var path = paths.isEmpty() ? usual.remove() : paths.remove();
      if (!seen.add(path)) {
        continue;
      }
      var visit = new Session(web).visit(path);
      var page = visit.reply().page();
      var login = login(visit, page);
      if (login.isPresent()) {
        return new Finding.Login(login.get(), visit.reply());
      }
      first = first.or(() -> Optional.of(visit.reply()));
      if (visit.reply().status() == 0) {
        // Who does not answer now is asked again later, and not for seven more pages.
        break;
      }
      weaker(visit, page).ifPresent(weaker::add);
      leads(visit.path(), page, seen).forEach(paths::add);
    }
    return weaker.isEmpty() ? nothing(seen, first.orElseThrow()) : weaker.getFirst();
  }

  private Finding nothing(Set<String> seen, HttpReply first) throws ProbeException {
    var path = seen.iterator().next();
    var target = recipe.path().orElse(path);
    if (recipe.strict() && recipe.passwordField().isPresent()) {
      var page =
          new LoginPage(
              Optional.of(path),
              target,
              recipe.post(),
              Optional.empty(),
              recipe.userField().orElse(""),
              recipe.passwordField().get());
      return new Finding.Login(page, first);
    } else if (recipe.strict() && first.status() != 0) {
      throw recipe.unfit(
          "path", "leads to no form with a password (status %d)".formatted(first.status()));
    }
    return new Finding.Nothing(seen.size(), first);
  }

  /** The login of this page, if it has one that can be sent to this port. */
  private Optional<LoginPage> login(Session.Visit visit, HtmlPage page) throws ProbeException {
    var declared = recipe.passwordField();
    var form =
        declared.isPresent()
            ? page.forms().stream().filter(f -> f.field(declared.get()).isPresent()).findFirst()
            : page.login();
    if (form.isEmpty()) {
      refuseOther(visit, page.login());
      return Optional.empty();
    }
    var password = declared.or(() -> form.get().password().map(FormField::name)).orElse("");
    var base = page.base().isEmpty() ? visit.path() : page.base();
    var target =
        web.local(base, form.get().action().isEmpty() ? visit.path() : form.get().action());
    return target.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(named(visit, form.get(), target.get(), password));
  }

  private LoginPage named(Session.Visit visit, HtmlForm form, String target, String password)
      throws ProbeException {
    var declared = recipe.userField();
    if (declared.isPresent() && form.field(declared.get()).isEmpty()) {
      throw recipe.unfit("userField", misses(declared.get(), visit, form));
    }
    var user = declared.or(() -> form.account().map(FormField::name)).orElse("");
    return new LoginPage(
        Optional.of(visit.path()),
        target,
        form.method().equals("post"),
        Optional.of(form),
        user,
        password);
  }

  private void refuseOther(Session.Visit visit, Optional<HtmlForm> other) throws ProbeException {
    if (recipe.strict() && recipe.passwordField().isPresent() && other.isPresent()) {
      throw recipe.unfit("passwordField", misses(recipe.passwordField().get(), visit, other.get()));
    }
  }

  private static String misses(String field, Session.Visit visit, HtmlForm form) {
    var names =
        form.fields().stream()
            .map(each -> Untrusted.quote(each.name(), MOST_SHOWN))
            .limit(MOST_SHOWN)
            .toList();
    return "names %s, but the form at %s has the fields %s"
        .formatted(field, Untrusted.quote(visit.path(), MOST_SHOWN), String.join(", ", names));
  }

  private static Optional<Finding> weaker(Session.Visit visit, HtmlPage page) {
    if (page.forms().stream().anyMatch(HtmlForm::choosesPassword)) {
      return Optional.of(new Finding.SetUp(visit.path(), visit.reply()));
    }
    return page.asksForPassword()
        ? Optional.of(new Finding.ByScript(visit.path(), visit.reply()))
        : Optional.empty();
  }

  private List<String> leads(String from, HtmlPage page, Set<String> seen) {
    return page.links().stream()
        .filter(link -> TO_LOGIN.matcher(link.target() + " " + link.text()).find())
        .filter(link -> !HARMFUL.matcher(link.target() + " " + link.text()).find())
        .flatMap(link -> web.local(from, link.target()).stream())
        .filter(path -> !seen.contains(path))
        .distinct()
        .limit(MOST_LINKS)
        .toList();
  }
}
