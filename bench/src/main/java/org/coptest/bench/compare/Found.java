package org.coptest.bench.compare;

import java.time.Duration;
import java.util.Optional;
import org.coptest.spi.net.PortSet;

/**
 * What one sweep found and took.
 *
 * @param processor empty where this machine does not tell
 */
record Found(PortSet open, Duration wall, Optional<Duration> processor) {}
