/** Raw TLS hellos and a tolerant low-level client; no opinion about right and wrong. */
@NullMarked
package org.coptest.probes.instrument.tls;

import org.jspecify.annotations.NullMarked;
