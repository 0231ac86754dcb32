package org.coptest.emulators.web;

/** A way to log in with an {@code Authorization} header. */
public interface LoginCheck {

  /** What {@code WWW-Authenticate} says. */
  String challenge();

  /** Whether this header, which is empty when there was none, opens this path. */
  boolean admits(String method, String path, String authorization);
}
