package org.coptest.probes.transport;

import java.util.List;
import org.coptest.spi.EvidenceRef;

/**
 * What a TLS server on one port accepts.
 *
 * @param address literal address
 * @param port 1 to 65535
 * @param negotiated whether it accepted any hello
 * @param spoke whether it answered in TLS at all, if only by alerts
 * @param serverName the name sent as SNI; empty when none was sent
 * @param controlsAsked how often a hello known to be accepted was sent again
 * @param controlsAnswered how often it was accepted again
 * @param versions one entry per version, oldest first; none when nothing was negotiated
 * @param summary all of it, written out
 */
public record TlsPort(
    String address,
    int port,
    boolean negotiated,
    boolean spoke,
    String serverName,
    int controlsAsked,
    int controlsAnswered,
    List<VersionOffer> versions,
    EvidenceRef summary) {

  /** The versions it accepts. */
  public List<VersionOffer> accepted() {
    return versions.stream().filter(VersionOffer::accepted).toList();
  }
}
