package org.coptest.probes.transport;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coptest.probes.instrument.tls.CipherSuite;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.ComMech;
import org.coptest.spi.declaration.Crypto;

/**
 * What the communication mechanisms of one interface declare about TLS.
 *
 * @param rows the mechanisms that serve it
 */
public record DeclaredTls(List<ComMech> rows) {

  /** Mechanisms of this interface with the device as server; those that name no interface last. */
  public static DeclaredTls of(Criteria criteria, String interfaceId) {
    var servers = criteria.ixit().comMech().stream().filter(DeclaredTls::isServer).toList();
    var own =
        servers.stream()
            .filter(row -> row.interfaceId().filter(interfaceId::equals).isPresent())
            .toList();
    return new DeclaredTls(
        own.isEmpty()
            ? servers.stream().filter(row -> row.interfaceId().isEmpty() && speaksTls(row)).toList()
            : own);
  }

  private static boolean isServer(ComMech row) {
    return row.role().map(role -> !role.equalsIgnoreCase("client")).orElse(true);
  }

  /** Whether this mechanism is TLS by what it declares. */
  public static boolean speaksTls(ComMech row) {
    var name = row.protocol().orElse("").toLowerCase(Locale.ROOT);
    return List.of("tls", "https", "mqtts", "wss", "ftps", "rtsps").stream()
            .anyMatch(name::contains)
        || !versionTexts(row).isEmpty();
  }

  /** Versions as declared, under {@code versions} or {@code crypto.tls}; none when absent. */
  public static List<String> versionTexts(ComMech row) {
    return row.versions().or(() -> row.crypto().flatMap(Crypto::tls)).orElse(List.of());
  }

  /** Suites as declared, under {@code suites} or {@code crypto.suites}; none when absent. */
  public static List<String> suiteTexts(ComMech row) {
    return row.suites().or(() -> row.crypto().flatMap(Crypto::suites)).orElse(List.of());
  }

  /** The declared versions that can be read. */
  public Set<TlsVersion> versions() {
    var versions = new LinkedHashSet<TlsVersion>();
    rows.stream()
        .flatMap(row -> versionTexts(row).stream())
        .forEach(text -> TlsVersion.parse(text).ifPresent(versions::add));
    return versions;
  }

  /** The declared suites that are known by their registered names. */
  public Set<CipherSuite> suites(CipherSuites known) {
    var suites = new LinkedHashSet<CipherSuite>();
    rows.stream()
        .flatMap(row -> suiteTexts(row).stream())
        .forEach(text -> known.byName(text).ifPresent(suites::add));
    return suites;
  }

  /** What a person has to add before anything can be held against the declaration. */
  public Optional<String> missing(CipherSuites known) {
    if (rows.isEmpty()) {
      return Optional.of("no row of ixit.comMech has this interface");
    }
    for (var row : rows) {
      var path = path(row);
      if (versionTexts(row).isEmpty()) {
        return Optional.of(path + ".versions is not declared");
      } else if (suiteTexts(row).isEmpty()) {
        return Optional.of(path + ".suites is not declared");
      }
      var unknown =
          suiteTexts(row).stream().filter(text -> known.byName(text).isEmpty()).findFirst();
      if (unknown.isPresent()) {
        return Optional.of(
            "%s.suites names %s, which is no registered name of a suite"
                .formatted(path, unknown.get()));
      }
    }
    return Optional.empty();
  }

  /** Path of the first mechanism, for findings. */
  public String path() {
    return rows.stream().findFirst().map(DeclaredTls::path).orElse("ixit.comMech");
  }

  static String path(ComMech row) {
    return "ixit.comMech[" + row.id() + "]";
  }
}
