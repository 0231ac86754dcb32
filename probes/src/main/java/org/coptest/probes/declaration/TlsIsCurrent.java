package org.coptest.probes.declaration;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.probes.transport.DeclaredTls;
import org.coptest.probes.transport.TlsPolicy;
import org.coptest.spi.Criteria;
import org.coptest.spi.PolicyLine;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.Untrusted;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.ComMech;
import org.coptest.spi.declaration.Crypto;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 5.5-1-1 c: the TLS versions and suites that are declared are allowed by the policy. */
@AutoService(Rule.class)
public final class TlsIsCurrent implements Rule {

  @Override
  public String id() {
    return "declaration.tls-is-current";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> values() {
    return Set.of("policy");
  }

  /** What one row declares about TLS. */
  private record Claim(
      String path, String id, List<String> versions, List<String> suites, Origin at) {}

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var table = criteria.ixit().comMech();
    if (table.isAbsent()) {
      return List.of(missing(table.path(), table.path() + " is not declared"));
    } else if (table.rows().isEmpty()) {
      var reason = table.path() + " is declared empty: an assessor confirms that there is none";
      return List.of(RowJudgement.prepared(table.path(), reason));
    }
    var policy = new TlsPolicy(criteria.policy());
    var known = CipherSuites.bundled();
    var rows = new ArrayList<RowJudgement>();
    table.stream().map(row -> comMech(row, policy, known)).forEach(rows::add);
    criteria.ixit().authMech().stream()
        .flatMap(row -> claim(row).stream())
        .map(claim -> judge(claim, policy, known))
        .forEach(rows::add);
    return rows;
  }

  private static RowJudgement missing(String subject, String reason) {
    return RowJudgement.undecided(subject, Cause.MISSING_INPUT, reason);
  }

  private static RowJudgement comMech(ComMech row, TlsPolicy policy, CipherSuites known) {
    var path = "ixit.comMech[%s]".formatted(row.id());
    if (row.protocol().isEmpty() && !DeclaredTls.speaksTls(row)) {
      return missing(row.id(), path + ".protocol is not declared");
    } else if (!DeclaredTls.speaksTls(row)) {
      return RowJudgement.undecided(
          row.id(),
          Cause.NEEDS_ASSESSOR,
          path + " is not TLS: an assessor looks at its algorithms");
    }
    return judge(
        new Claim(
            path, row.id(), DeclaredTls.versionTexts(row), DeclaredTls.suiteTexts(row), row.at()),
        policy,
        known);
  }

  /** Authentication mechanisms are judged only by what they say about TLS themselves. */
  private static Optional<Claim> claim(AuthMech row) {
    return row.crypto()
        .filter(crypto -> crypto.tls().isPresent())
        .map(crypto ->
            new Claim(
                "ixit.authMech[%s].crypto".formatted(row.id()),
                row.id(),
                crypto.tls().orElse(List.of()),
                suites(crypto),
                row.at()));
  }

  private static List<String> suites(Crypto crypto) {
    return crypto.suites().orElse(List.of());
  }

  private static RowJudgement judge(Claim claim, TlsPolicy policy, CipherSuites known) {
    if (claim.versions().isEmpty()) {
      return missing(claim.id(), claim.path() + ".versions is not declared");
    }
    return forbidden(claim, policy, known)
        .or(() -> unknown(claim, policy, known))
        .orElseGet(() ->
            claim.suites().isEmpty()
                ? missing(claim.id(), claim.path() + ".suites is not declared")
                : RowJudgement.prepared(
                    claim.id(),
                    "%s declares nothing that policy %s forbids"
                        .formatted(claim.path(), policy.policy().id())));
  }

  private static Optional<RowJudgement> forbidden(
      Claim claim, TlsPolicy policy, CipherSuites known) {
    for (var text : claim.versions()) {
      var line = TlsVersion.parse(text).flatMap(policy::against);
      if (line.isPresent()) {
        return Optional.of(fail(claim, text, line.get()));
      }
    }
    for (var text : claim.suites()) {
      var line = known.byName(text).flatMap(policy::against);
      if (line.isPresent()) {
        return Optional.of(fail(claim, text, line.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<RowJudgement> unknown(Claim claim, TlsPolicy policy, CipherSuites known) {
    for (var text : claim.versions()) {
      if (TlsVersion.parse(text).filter(policy::allows).isEmpty()) {
        return Optional.of(unnamed(claim, text, policy));
      }
    }
    for (var text : claim.suites()) {
      if (known.byName(text).filter(policy::allows).isEmpty()) {
        return Optional.of(unnamed(claim, text, policy));
      }
    }
    return Optional.empty();
  }

  private static RowJudgement unnamed(Claim claim, String text, TlsPolicy policy) {
    var reason =
        "%s declares %s, which policy %s neither allows nor forbids under a registered name"
            .formatted(claim.path(), Untrusted.quote(text, 80), policy.policy().id());
    return RowJudgement.undecided(claim.id(), Cause.NEEDS_ASSESSOR, reason);
  }

  private static RowJudgement fail(Claim claim, String text, PolicyLine line) {
    var found = "%s declares %s".formatted(claim.path(), Untrusted.quote(text, 80));
    return RowJudgement.fail(
        claim.id(),
        "%s, but policy line %s forbids it (%s)".formatted(found, line.id(), line.cites()),
        Sightings.inDeclaration(claim.at().text()),
        new Finding(
            "versions and suites that " + line.id() + " does not forbid",
            found,
            claim.at().text(),
            "open " + claim.at().text(),
            "stop using it in the device, then take it out of the declaration"));
  }
}
