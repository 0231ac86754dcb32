package org.coptest.emulators.web;

import java.io.IOException;

/** What came is no request. */
final class MalformedRequestException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedRequestException(String message) {
    super(message);
  }
}
