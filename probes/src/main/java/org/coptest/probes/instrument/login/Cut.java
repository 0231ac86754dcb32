package org.coptest.probes.instrument.login;

import org.coptest.spi.verdict.Cause;

/**
 * Why work on a surface ended before its list did.
 *
 * @param cause as the undecided rows carry it
 * @param why one sentence for people
 */
public record Cut(Cause cause, String why) {}
