package org.coptest.probes.passwords;

import java.util.Optional;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.LoginEndpoint;

/**
 * Where a login of one protocol is looked for.
 *
 * @param surface the port and its stable name
 * @param tls whether it speaks inside TLS
 * @param open whether it accepted connections
 * @param certain whether it was recognised or declared, and is not only a text that may be a prompt
 * @param declared the login declared for it
 */
record LoginPlace(
    Surface surface, boolean tls, boolean open, boolean certain, Optional<AuthMech> declared) {

  /** Path, command or other thing that is declared to be denied without a login. */
  Optional<String> protectedReference() {
    return declared.flatMap(
        mech -> mech.protectedReference().or(() -> mech.endpoint().flatMap(LoginEndpoint::path)));
  }
}
