package org.coptest.spi.net;

/**
 * What connecting once to each port of an address came to; the four sets add up to the ports asked.
 *
 * @param open the handshake completed
 * @param refused RST
 * @param silent no answer
 * @param unreachable the network said no
 */
public record Sweep(PortSet open, PortSet refused, PortSet silent, PortSet unreachable) {}
