package org.coptest.probes.transport;

import java.util.List;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceRef;

/**
 * What became of one protocol version.
 *
 * @param version the version
 * @param accepted whether a server chose it; when not, {@code doubt} says whether it was refused
 * @param sightings exchanges in which it was chosen, at most two
 * @param suites the suites chosen with it, in the order of the server's choice
 * @param doubt why the enumeration is not complete
 * @param detail how it was refused or what was odd, for people
 */
public record VersionOffer(
    TlsVersion version,
    boolean accepted,
    List<EvidenceRef> sightings,
    List<SuiteOffer> suites,
    Doubt doubt,
    String detail) {

  /** Whether all that it accepts is known. */
  public boolean complete() {
    return doubt == Doubt.NONE;
  }
}
