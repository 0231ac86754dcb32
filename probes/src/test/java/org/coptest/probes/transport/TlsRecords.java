package org.coptest.probes.transport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Policy;
import org.coptest.spi.PolicyLine;
import org.coptest.spi.PolicyLine.Stance;

/** TLS offers and a policy written by hand, for rules. */
public final class TlsRecords {
  private static final CipherSuites KNOWN = CipherSuites.bundled();

  private final List<VersionOffer> versions = new ArrayList<>();
  private int asked = 12;
  private int answered = 12;

  /** A small policy with the topics that rules read. */
  public static Policy policy() {
    return new Policy(
        "tls-test",
        1,
        LocalDate.of(2026, 1, 1),
        "made for tests",
        List.of(
            line("old", "tls.version", Stance.FORBID, "ssl2", "ssl3", "1.0", "1.1"),
            line("new", "tls.version", Stance.ALLOW, "1.2", "1.3"),
            line("weak", "tls.suite-part", Stance.FORBID, "RC4", "NULL", "anon", "3DES"),
            line("static", "tls.key-exchange", Stance.FORBID, "RSA"),
            line("ephemeral", "tls.key-exchange", Stance.ALLOW, "ECDHE_RSA", "DHE_RSA")));
  }

  private static PolicyLine line(String id, String topic, Stance stance, String... values) {
    return new PolicyLine("tls-test/" + id, topic, List.of(values), stance, "clause " + id);
  }

  static TlsRecords server() {
    return new TlsRecords();
  }

  /** Accepts this version with these suites, each seen twice. */
  TlsRecords accepts(TlsVersion version, Integer... suites) {
    return acceptsSeen(version, 2, suites);
  }

  TlsRecords acceptsSeen(TlsVersion version, int times, Integer... suites) {
    var offers =
        Arrays.stream(suites)
            .map(id -> new SuiteOffer(id, KNOWN.byId(id).name(), sightings(version, id, times)))
            .toList();
    var seen = offers.get(0).sightings();
    versions.add(new VersionOffer(version, true, seen, offers, Doubt.NONE, ""));
    return this;
  }

  private static List<EvidenceRef> sightings(TlsVersion version, int suite, int times) {
    var first = new EvidenceRef("T-%s-%x-1".formatted(version, suite));
    var second = new EvidenceRef("T-%s-%x-2".formatted(version, suite));
    return List.of(first, second).subList(0, times);
  }

  TlsRecords refuses(TlsVersion... refused) {
    for (var version : refused) {
      versions.add(new VersionOffer(version, false, List.of(), List.of(), Doubt.NONE, "alert 70"));
    }
    return this;
  }

  TlsRecords doubts(TlsVersion version, Doubt doubt) {
    versions.add(new VersionOffer(version, false, List.of(), List.of(), doubt, "no answer"));
    return this;
  }

  TlsRecords controls(int sent, int accepted) {
    asked = sent;
    answered = accepted;
    return this;
  }

  TlsPort on(String address, int port) {
    return new TlsPort(
        address,
        port,
        !versions.isEmpty(),
        true,
        "",
        asked,
        answered,
        List.copyOf(versions),
        new EvidenceRef("E-" + port));
  }

  TlsOfferings on(int port) {
    return new TlsOfferings(List.of(on("127.0.0.1", port)));
  }
}
