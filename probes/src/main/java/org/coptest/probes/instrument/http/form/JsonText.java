package org.coptest.probes.instrument.http.form;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The little JSON that logins need: flat objects to send, and one string found in an answer. */
final class JsonText {
  private static final String VALUE = "\"\\s{0,9}:\\s{0,9}\"([^\"\\\\]{4,8192})\"";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?i:access_?token|id_?token|auth_?token|session_?(?:id|token|key)?|sid|jwt|token)"
              + VALUE);
  private static final Pattern FORGERY =
      Pattern.compile("\"((?i:_?csrf(?:_?token)?|xsrf(?:_?token)?))" + VALUE);

  private JsonText() {}

  /** An object of strings. */
  static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> string(field.getKey()) + ":" + string(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A string with its quotes. */
  static String string(String value) {
    var text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }

  /** The session token of an answer: in the declared field, else in one of a usual name. */
  static Optional<String> token(String json, Optional<String> field) {
    var declared = field.map(name -> Pattern.compile("\"" + Pattern.quote(name) + VALUE));
    return declared.orElse(TOKEN).matcher(json).results().map(m -> m.group(1)).findFirst();
  }

  /** Name and value of a token against forged requests. */
  static Stream<Map.Entry<String, String>> forgery(String json) {
    return FORGERY.matcher(json).results().map(m -> Map.entry(m.group(1), m.group(2))).limit(1);
  }
}
