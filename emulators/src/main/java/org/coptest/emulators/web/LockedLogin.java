package org.coptest.emulators.web;

import java.util.function.Function;
import org.coptest.emulators.device.LockOut;

/**
 * Pages behind a login that shuts out who fails too often.
 *
 * @param check the login
 * @param pages what is behind it
 * @param lock counts failures
 * @param key what it counts by, from the login that was sent
 * @param shut what is told while it is shut
 * @param forShow whether it only says so, and lets the right password in
 */
public record LockedLogin(
    LoginCheck check,
    Pages pages,
    LockOut lock,
    Function<String, String> key,
    String shut,
    boolean forShow)
    implements Pages {

  @Override
  public TextAnswer answer(String method, String path, String authorization) {
    if (authorization.isEmpty()) {
      return refusal("login needed\n");
    }
    var key = this.key.apply(authorization);
    var right = check.admits(method, path, authorization);
    if (lock.shut(key) && !(right && forShow)) {
      return refusal(shut);
    }
    lock.attempt(key, right);
    return right ? pages.answer(method, path, authorization) : refusal("login needed\n");
  }

  private TextAnswer refusal(String text) {
    return TextAnswer.of(401, "Unauthorized", text).with("WWW-Authenticate", check.challenge());
  }
}
