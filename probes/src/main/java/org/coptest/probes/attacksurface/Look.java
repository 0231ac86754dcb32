package org.coptest.probes.attacksurface;

import java.time.Instant;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;

/**
 * One look at the ports of an address.
 *
 * @param started when it began
 * @param millis how long it took
 * @param asked the ports that were asked
 * @param result what connecting came to
 * @param evidence the look written out
 */
public record Look(
    Instant started, long millis, PortSet asked, Sweep result, EvidenceRef evidence) {}
