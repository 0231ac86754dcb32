/** Guideline 5.5: which TLS versions and cipher suites the device accepts. */
@NullMarked
package org.coptest.probes.transport;

import org.jspecify.annotations.NullMarked;
