package org.coptest.emulators.web;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.emulators.device.Accounts;

/** A web page with a form to log in, a token against forged requests and a session cookie. */
public final class FormSite implements WebSite {

  private static final int MOST_FAILURES = 6;

  private final Accounts accounts;
  private final Set<Manner> manners;
  private final SecureRandom random = new SecureRandom();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failures = new AtomicInteger();

  /** How it differs from what everybody expects. */
  public enum Manner {
    /** The cookie of the login page becomes the session. */
    EARLY_COOKIE,
    /** All texts, that of the failure too, stand in a script on every page. */
    TEXTS_IN_SCRIPT,
    /** The page of the failure repeats what was typed in. */
    ECHO,
    /** After some failures there is another page for everybody. */
    LOCK_OUT,
    /** Whatever is typed in leads to a welcome that opens nothing. */
    DECOY
  }

  /** For these accounts. */
  public FormSite(Accounts accounts, Manner... manners) {
    this.accounts = accounts;
    this.manners = EnumSet.noneOf(Manner.class);
    this.manners.addAll(Set.of(manners));
  }

  @Override
  public TextAnswer answer(TextRequest request) {
    var inside = sessions.contains(request.cookie("session"));
    return switch (request.path()) {
      case "/enter.cgi" -> request.method().equals("POST") ? login(request) : form("Please log in");
      case "/welcome" -> TextAnswer.page("CAM-1", "Welcome");
      case "/" -> inside ? TextAnswer.page("CAM-1", "Live view") : to("/enter.cgi");
      case "/api/settings" ->
          inside
              ? TextAnswer.of(200, "OK", "{\"resolution\":\"1080p\"}\n")
                  .with("Content-Type", "application/json")
              : to("/enter.cgi");
      default -> TextAnswer.notFound();
    };
  }

  private TextAnswer login(TextRequest request) {
    if (!tokens.remove(request.field("token"))) {
      return form("This page is too old");
    } else if (manners.contains(Manner.LOCK_OUT) && failures.get() >= MOST_FAILURES) {
      return TextAnswer.page("CAM-1", "Locked for five minutes after too many attempts");
    } else if (manners.contains(Manner.DECOY)) {
      return to("/welcome").with("Set-Cookie", "session=" + fresh());
    }
    var user = request.field("user");
    var password = request.field("password");
    if (!accounts.admits(user, password)) {
      failures.incrementAndGet();
      return form(
          manners.contains(Manner.ECHO)
              ? "You typed " + password + " as " + user + ", which is wrong"
              : "Wrong name or password");
    }
    return opened(request);
  }

  private TextAnswer opened(TextRequest request) {
    var early = manners.contains(Manner.EARLY_COOKIE) ? request.cookie("session") : "";
    if (!early.isEmpty()) {
      sessions.add(early);
      return to("/");
    }
    var session = fresh();
    sessions.add(session);
    return to("/").with("Set-Cookie", "session=" + session + "; HttpOnly; Path=/");
  }

  private TextAnswer form(String text) {
    var token = fresh();
    tokens.add(token);
    var script =
        manners.contains(Manner.TEXTS_IN_SCRIPT)
            ? "<script>var texts = {wrong: 'Wrong name or password', ok: 'Welcome'};</script>"
            : "";
    var page =
        TextAnswer.page(
            "CAM-1",
            script
                + text
                + "<form method=post action=/enter.cgi><input type=hidden name=token value="
                + token
                + "><input name=user><input type=password name=password>"
                + "<button>Log in</button></form>");
    return manners.contains(Manner.EARLY_COOKIE)
        ? page.with("Set-Cookie", "session=" + fresh() + "; HttpOnly")
        : page;
  }

  private static TextAnswer to(String path) {
    return TextAnswer.of(302, "Found", "").with("Location", path);
  }

  private String fresh() {
    return new BigInteger(128, random).toString(36);
  }
}
