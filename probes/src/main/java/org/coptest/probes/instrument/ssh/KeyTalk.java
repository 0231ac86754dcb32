package org.coptest.probes.instrument.ssh;

import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.EvidenceRef;

/**
 * One SSH connection on which public keys were shown.
 *
 * @param methods what the server offers this user; empty when it did not say
 * @param answers one for each key in the order shown; what the connection did not live to answer is
 *     {@link KeyOutcome#UNANSWERED}
 * @param proof what a session was good for
 * @param open whether nobody had to log in
 * @param evidence transcript
 */
public record KeyTalk(
    List<String> methods,
    List<KeyOutcome> answers,
    Proof proof,
    boolean open,
    Optional<EvidenceRef> evidence) {}
