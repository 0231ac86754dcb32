package org.coptest.probes.transport;

import java.util.List;
import org.coptest.spi.EvidenceRef;

/**
 * A cipher suite that a server chose.
 *
 * @param id its two bytes on the wire
 * @param name as registered
 * @param sightings the exchanges in which it was chosen: among others first, then alone
 */
public record SuiteOffer(int id, String name, List<EvidenceRef> sightings) {}
