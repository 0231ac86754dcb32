/** Asks SSH servers for logins; enables what only old devices speak, in its own client alone. */
@NullMarked
package org.coptest.probes.instrument.ssh;

import org.jspecify.annotations.NullMarked;
