package org.coptest.probes.instrument.http.form;

import org.coptest.probes.instrument.http.HttpReply;

/** What was found where a login was looked for. */
sealed interface Finding {

  /** The answer that shows it. */
  HttpReply reply();

  /** A login that can be sent. */
  record Login(LoginPage page, HttpReply reply) implements Finding {}

  /** A password is asked for, but what sends it is a script or leads to another port. */
  record ByScript(String path, HttpReply reply) implements Finding {}

  /** A page on which somebody chooses a password; filling it in would set the device up. */
  record SetUp(String path, HttpReply reply) implements Finding {}

  /** No password is asked for. */
  record Nothing(int pages, HttpReply reply) implements Finding {}
}
