package org.coptest.probes.passwords;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.probes.passwords.FakeSite.Asked;
import org.coptest.probes.passwords.FakeWeb.Page;

/** The web page of a device: a form with a token against forgery, a session cookie, settings. */
final class FakePanel implements FakeSite.Site {
  private final Map<String, String> passwords;
  private final Set<Trait> traits;
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger counter = new AtomicInteger();
  final AtomicInteger logins = new AtomicInteger();

  /** What makes it odd. */
  enum Trait {
    /** The session of the login page becomes that of the user. */
    KEEPS_COOKIE,
    /** Gives a cookie to whoever fails, to show the failure once. */
    FLASH,
    /** Writes the password that was typed into the page of the failure. */
    ECHO,
    /** All texts, also that of the failure, stand in a script on every page. */
    TEXTS_IN_SCRIPT,
    /** After six failures everybody gets another page. */
    LOCKS,
    /** Any credential opens a session. */
    ANYBODY,
    /** Any credential opens a page that says welcome, and nothing else. */
    DECOY,
    /** A failure leads to a page of its own that only who failed may see. */
    OWN_PAGE_OF_FAILURE
  }

  FakePanel(Map<String, String> passwords, Trait... traits) {
    this.passwords = passwords;
    this.traits = EnumSet.noneOf(Trait.class);
    this.traits.addAll(Set.of(traits));
  }

  @Override
  public Page at(Asked asked) {
    var in = sessions.contains(asked.cookie("sid"));
    return switch (asked.path()) {
      case "/" -> in ? Page.ok("<h1>Camera</h1><p>Live view") : to("/login", "");
      case "/login" -> asked.posted() ? login(asked) : form("");
      case "/home" -> in ? Page.ok("<h1>Camera</h1><p>Live view") : to("/login", "");
      case "/settings" -> in ? Page.ok("<p>night vision on") : to("/login", "");
      case "/welcome" -> Page.ok("<h1>Welcome</h1>");
      case "/failed" ->
          asked.cookie("flash").isEmpty() ? to("/login", "") : Page.ok("<p>That was wrong");
      default -> Page.missing();
    };
  }

  private Page login(Asked asked) {
    if (!tokens.remove(asked.field("csrf"))) {
      return form("The form is too old");
    }
    logins.incrementAndGet();
    if (traits.contains(Trait.LOCKS) && logins.get() > 6) {
      return Page.ok("<h1>Locked</h1><p>Too many attempts, come back in five minutes");
    }
    var right = asked.field("pw").equals(passwords.get(asked.field("user")));
    if (traits.contains(Trait.DECOY)) {
      return to("/welcome", "Set-Cookie: sid=" + fresh() + "\r\n");
    }
    return right || traits.contains(Trait.ANYBODY) ? let(asked) : refused(asked);
  }

  private Page let(Asked asked) {
    var kept = traits.contains(Trait.KEEPS_COOKIE) ? asked.cookie("sid") : "";
    var session = kept.isEmpty() ? fresh() : kept;
    sessions.add(session);
    return to("/home", kept.isEmpty() ? "Set-Cookie: sid=" + session + "; Path=/\r\n" : "");
  }

  private Page refused(Asked asked) {
    if (traits.contains(Trait.OWN_PAGE_OF_FAILURE)) {
      return to("/failed", "Set-Cookie: flash=" + fresh() + "\r\n");
    } else if (traits.contains(Trait.FLASH)) {
      return to("/login", "Set-Cookie: flash=" + fresh() + "\r\n");
    }
    return form(
        traits.contains(Trait.ECHO)
            ? "Wrong password " + asked.field("pw") + " for " + asked.field("user")
            : "Wrong user or password");
  }

  private Page form(String message) {
    var token = "t" + fresh();
    tokens.add(token);
    var cookie =
        traits.contains(Trait.KEEPS_COOKIE) ? "\r\nSet-Cookie: sid=" + fresh() + "; HttpOnly" : "";
    var script =
        traits.contains(Trait.TEXTS_IN_SCRIPT)
            ? "<script>var t={bad:'Wrong user or password',in:'<input type=password>'}</script>"
            : "";
    return new Page(
        "200 OK" + cookie,
        """
        <html><head><title>Camera</title>%s</head><body><!-- <form action=/decoy> -->
        <form method=post action='login'><p>%s</p><input name=user>
        <input type=hidden name="csrf" value="%s"><input type=PASSWORD name=pw>
        <input type=submit name=go value="Log in"></form></body></html>
        """
            .formatted(script, message, token));
  }

  private String fresh() {
    return "%016x".formatted(counter.incrementAndGet() * 0x9E3779B97F4A7C15L);
  }

  private static Page to(String path, String headers) {
    return new Page("302 Found\r\n" + headers + "Location: " + path, "");
  }
}
