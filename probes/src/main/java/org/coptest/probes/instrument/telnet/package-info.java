/** Logs in to Telnet servers and raw text consoles, and tells a prompt from a banner. */
@NullMarked
package org.coptest.probes.instrument.telnet;

import org.jspecify.annotations.NullMarked;
