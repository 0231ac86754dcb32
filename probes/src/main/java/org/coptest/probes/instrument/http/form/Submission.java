package org.coptest.probes.instrument.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.http.WebRequest;
import org.coptest.probes.instrument.http.html.HtmlForm;
import org.coptest.probes.instrument.login.Candidate;

/** Fills a login in, as the form, the declaration and the page before it ask. */
final class Submission {
  private static final String FORM = "application/x-www-form-urlencoded";
  private final Recipe recipe;
  private final LoginPage login;
  private final Session session;

  Submission(Recipe recipe, LoginPage login, Session session) {
    this.recipe = recipe;
    this.login = login;
    this.session = session;
  }

  /** The request; {@code before} is the page that was fetched just now. */
  WebRequest request(Candidate candidate, Optional<HtmlForm> form, Optional<HttpReply> before) {
    var fields = new LinkedHashMap<String, String>();
    form.ifPresent(it -> it.fields().forEach(field -> fields.put(field.name(), field.value())));
    fields.remove("");
    if (form.isEmpty()) {
      before.ifPresent(page -> JsonText.forgery(page.body()).forEach(it -> put(fields, it)));
    }
    fields.putAll(recipe.extra());
    if (!login.userField().isEmpty()) {
      fields.put(login.userField(), bytes(candidate.user()));
    }
    fields.put(login.passwordField(), bytes(candidate.password()));
    return guarded(filled(fields, candidate), before);
  }

  private static void put(Map<String, String> fields, Map.Entry<String, String> field) {
    fields.put(field.getKey(), field.getValue());
  }

  private WebRequest filled(Map<String, String> fields, Candidate candidate) {
    var secret = bytes(candidate.password());
    var secrets = List.of(candidate.password(), encoded(secret), JsonText.string(secret));
    if (recipe.json()) {
      return WebRequest.post(login.target(), "application/json", JsonText.object(fields), secrets);
    }
    var query =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return login.post()
        ? WebRequest.post(login.target(), FORM, query, secrets)
        : WebRequest.get(login.target().split("\\?", 2)[0] + "?" + query).hiding(secrets);
  }

  /** What pages and frameworks ask for to know that their own page sends this. */
  private WebRequest guarded(WebRequest request, Optional<HttpReply> before) {
    var origin = session.web().origin();
    var meta = before.map(page -> page.page().metas().getOrDefault("csrf-token", "")).orElse("");
    var field = before.flatMap(page -> JsonText.forgery(page.body()).findFirst());
    return request
        .with("Origin", login.post() ? origin : "")
        .with("Referer", origin + login.page().orElse(login.target()))
        .with("X-CSRF-Token", meta.isEmpty() ? field.map(Map.Entry::getValue).orElse("") : meta)
        .with("X-XSRF-TOKEN", session.cookies().value("XSRF-TOKEN"))
        .with("X-CSRFToken", session.cookies().value("csrftoken"));
  }

  /** UTF-8 as characters of ISO 8859-1, which is how pages are read and requests are sent. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, ISO_8859_1);
  }
}
