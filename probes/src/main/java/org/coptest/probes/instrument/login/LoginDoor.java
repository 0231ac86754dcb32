package org.coptest.probes.instrument.login;

import org.coptest.spi.ProbeException;

/** One place of a device where a login of one protocol is made; every call is a new connection. */
public interface LoginDoor extends AutoCloseable {

  /** Looks without logging in, and says what is offered. */
  Look look() throws ProbeException, InterruptedException;

  /** Looks, and once more where the first look only taught the door how to ask. */
  default Look settledLook() throws ProbeException, InterruptedException {
    var first = look();
    return first.mechanism() == Mechanism.UNKNOWN ? look() : first;
  }

  /** Tries one credential. */
  Answer attempt(Candidate candidate) throws ProbeException, InterruptedException;

  /** How many logins the device counts for one attempt. */
  default int loginsEach() {
    return 1;
  }

  /** Lets go of what the door holds; never throws. */
  @Override
  default void close() {}
}
