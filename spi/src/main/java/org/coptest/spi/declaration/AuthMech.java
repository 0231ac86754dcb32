package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 1-AuthMech: an authentication mechanism. */
public record AuthMech(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "user or machine") Optional<Subject> target,
    @Key(doc = "reachable over a network") Optional<Boolean> network,
    @Key(doc = "ssh, telnet, http, rtsp, mqtt, …") Optional<String> protocol,
    @Key(doc = "where it is offered") Optional<LoginEndpoint> endpoint,
    @Key(doc = "password, token, certificate, key, biometric or none") Optional<Factor> factor,
    @Key(doc = "how its passwords come about") Optional<PasswordFacts> password,
    @Key(doc = "authenticity, integrity, confidentiality") Optional<List<String>> guarantees,
    @Key(doc = "cryptographic details") Optional<Crypto> crypto,
    @Key(doc = "brute-force prevention") Optional<BruteForce> bruteForce,
    @Key(doc = "path, topic, OID or command denied without login")
        Optional<String> protectedReference,
    @Key(doc = "a credential that works, by reference") Optional<Credential> validCredential,
    @Key(doc = "state of the mechanism after delivery") Optional<String> defaultStatus,
    Origin at)
    implements Row {}
