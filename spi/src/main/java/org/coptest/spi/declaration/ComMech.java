package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** 11-ComMech: a communication mechanism. */
public record ComMech(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "reaches beyond the local network") Optional<Boolean> remote,
    @Key(doc = "tls, dtls, ssh, …") Optional<String> protocol,
    @Key(doc = "client or server") Optional<String> role,
    @Key(doc = "host:port it talks to") Optional<List<String>> peers,
    @Key(value = "interface", doc = "id of the logIntf it serves") Optional<String> interfaceId,
    @Key(doc = "protocol versions, like 1.2") Optional<List<String>> versions,
    @Key(doc = "cipher suites") Optional<List<String>> suites,
    @Key(doc = "confidentiality, integrity, authenticity") Optional<List<String>> guarantees,
    @Key(doc = "cryptographic details") Optional<Crypto> crypto,
    @Key(doc = "reconnection measures") Optional<Resilience> resilience,
    @Key(doc = "public-ca, private-ca, pinned or tofu") Optional<TrustModel> trustModel,
    @Key(doc = "files of trust anchors or pins") Optional<List<String>> anchors,
    @Key(doc = "both sides authenticate") Optional<Boolean> mutual,
    @Key(doc = "constrained profile is used") Optional<Boolean> constrained,
    Origin at)
    implements Row {}
