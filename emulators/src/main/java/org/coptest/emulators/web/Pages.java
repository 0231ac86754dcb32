package org.coptest.emulators.web;

import java.util.Map;

/** What a web server shows. */
@FunctionalInterface
public interface Pages {

  /** The answer to this method and path, asked with this {@code Authorization} header. */
  TextAnswer answer(String method, String path, String authorization);

  /** These paths, and for all others the same answer. */
  static Pages at(Map<String, Pages> paths, Pages otherwise) {
    var known = Map.copyOf(paths);
    return (method, path, authorization) ->
        known.getOrDefault(path, otherwise).answer(method, path, authorization);
  }

  /** Always the same. */
  static Pages always(TextAnswer answer) {
    return (method, path, authorization) -> answer;
  }

  /** These pages behind a login. */
  static Pages behind(LoginCheck check, Pages pages) {
    return (method, path, authorization) ->
        check.admits(method, path, authorization)
            ? pages.answer(method, path, authorization)
            : TextAnswer.of(401, "Unauthorized", "login needed\n")
                .with("WWW-Authenticate", check.challenge());
  }
}
