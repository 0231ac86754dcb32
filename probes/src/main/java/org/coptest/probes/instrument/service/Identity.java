package org.coptest.probes.instrument.service;

import java.util.List;
import org.coptest.spi.EvidenceRef;

/**
 * What a port was recognised as.
 *
 * @param protocol what it speaks, inside TLS when {@code tls} is true
 * @param tls whether it answers TLS hellos
 * @param speaksFirst whether it spoke before it was asked
 * @param loginPrompt whether it asked for a user name or password in plain text
 * @param firstBytes the first bytes it sent, quoted; empty when it sent none
 * @param http how it answered {@code GET /}
 * @param note what a person should know, in our own words; may be empty
 * @param evidence transcripts of the exchanges
 */
public record Identity(
    Protocol protocol,
    boolean tls,
    boolean speaksFirst,
    boolean loginPrompt,
    String firstBytes,
    HttpFront http,
    String note,
    List<EvidenceRef> evidence) {}
