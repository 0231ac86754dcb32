package org.coptest.spi.net;

/**
 * Neighbouring ports.
 *
 * @param first lowest port
 * @param last highest port, inclusive
 */
public record PortRange(int first, int last) {}
