package org.coptest.emulators.web;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.coptest.emulators.device.Accounts;

/** One empty page for every path, whose script logs in with JSON and shows a token from then on. */
public final class JsonSite implements WebSite {

  private static final Pattern LOGIN =
      Pattern.compile("\"name\":\"([^\"\\\\]{0,64})\".{0,9}\"secret\":\"([^\"\\\\]{0,64})\"");

  private final Accounts accounts;
  private final SecureRandom random = new SecureRandom();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  /** For these accounts. */
  public JsonSite(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public TextAnswer answer(TextRequest request) {
    return switch (request.path()) {
      case "/api/session" ->
          request.method().equals("POST") ? login(request) : json(405, "\"error\":\"POST\"");
      case "/api/settings" ->
          tokens.contains(request.header("authorization").orElse("").replace("Bearer ", ""))
              ? json(200, "\"resolution\":\"1080p\"")
              : json(401, "\"error\":\"no session\"");
      default ->
          TextAnswer.of(200, "OK", "<!doctype html><div id=app></div><script src=/app.js></script>")
              .with("Content-Type", "text/html; charset=utf-8");
    };
  }

  private TextAnswer login(TextRequest request) {
    var given = LOGIN.matcher(request.body());
    if (!given.find() || !accounts.admits(given.group(1), given.group(2))) {
      return json(200, "\"ok\":false,\"text\":\"wrong name or secret\"");
    }
    var token = new BigInteger(128, random).toString(36);
    tokens.add(token);
    return json(200, "\"ok\":true,\"token\":\"" + token + "\"");
  }

  private static TextAnswer json(int status, String members) {
    return TextAnswer.of(status, status == 200 ? "OK" : "No", "{" + members + "}\n")
        .with("Content-Type", "application/json");
  }
}
