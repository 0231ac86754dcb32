package org.coptest.probes.transport;

import java.util.List;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;

/** The TLS versions and cipher suites accepted on each port that answers TLS hellos. */
@ObservationType("transport.tls-offerings")
public record TlsOfferings(List<TlsPort> ports) implements Observation {}
