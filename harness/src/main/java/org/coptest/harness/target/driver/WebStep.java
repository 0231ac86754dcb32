package org.coptest.harness.target.driver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.coptest.spi.declaration.DriverStep;
import org.coptest.spi.net.Endpoint;
import org.jspecify.annotations.Nullable;

/** One HTTP step of a recipe: {@code POST /path}, with a form, JSON or text. */
record WebStep(String line, DriverStep step, Values values) {
  private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

  Request request(Endpoint endpoint, boolean tls) {
    var words = line.strip().split("\\s+", 2);
    if (words.length != 2 || !words[1].startsWith("/")) {
      throw new IllegalArgumentException("a method and a path are expected, such as POST /reset");
    }
    var path = values.in(words[1], value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    var request =
        new Request.Builder()
            .url((tls ? "https://" : "http://") + endpoint.text() + path)
            .method(words[0], body(words[0]))
            .header("Connection", "close")
            .header("User-Agent", "coptest");
    step.headers()
        .orElse(Map.of())
        .forEach((name, text) -> request.header(name, values.in(text, WebStep::oneLine)));
    return request.build();
  }

  private @Nullable RequestBody body(String method) {
    var body =
        step.form()
            .map(this::form)
            .or(() -> step.json().map(json -> typed(json, WebStep::quoted, "application/json")))
            .or(() -> step.payload().map(text -> typed(text, value -> value, "text/plain")));
    return body.orElse(method.equals("GET") || method.equals("HEAD") ? null : NOTHING);
  }

  private RequestBody form(Map<String, String> fields) {
    var body = new FormBody.Builder();
    fields.forEach((name, text) -> body.add(name, values.in(text, value -> value)));
    return body.build();
  }

  private RequestBody typed(String text, Values.Writing how, String type) {
    return RequestBody.create(values.in(text, how), MediaType.parse(type));
  }

  /** The ways in which a step may write a value, for hiding it. */
  static Stream<String> writings(String value) {
    var form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return Stream.of(value, form, form.replace("+", "%20"), quoted(value))
        .distinct()
        .filter(it -> it.length() > 2);
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\r\\n]", "");
  }

  /** As the inside of a JSON string. */
  private static String quoted(String value) {
    var text = new StringBuilder();
    value
        .chars()
        .forEach(c ->
            text.append(
                c < 0x20 || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : "" + (char) c));
    return text.toString();
  }
}
