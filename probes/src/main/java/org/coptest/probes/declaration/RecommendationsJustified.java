package org.coptest.probes.declaration;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.Untrusted;
import org.coptest.spi.declaration.Support;
import org.coptest.spi.declaration.SupportClaim;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 4-1-1: each provision claimed as not met or not applicable has a reason that says something. */
@AutoService(Rule.class)
public final class RecommendationsJustified implements Rule {
  private static final String ICS = "ics";
  private static final int SHORTEST_REASON = 10;
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "not applicable",
          "not supported",
          "not implemented",
          "to be defined",
          "to be determined",
          "to be done",
          "see above",
          "see documentation",
          "no justification",
          "not relevant");

  @Override
  public String id() {
    return "declaration.recommendations-justified";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var ics = criteria.target().ics();
    if (ics.isEmpty()) {
      return List.of(RowJudgement.undecided(ICS, Cause.MISSING_INPUT, "ics is not declared"));
    }
    var rows = new ArrayList<RowJudgement>();
    ics.forEach((provision, claim) -> judge(provision, claim).ifPresent(rows::add));
    if (rows.isEmpty()) {
      var reason = "ics claims support for all %d provisions it lists".formatted(ics.size());
      rows.add(RowJudgement.prepared(ICS, reason));
    }
    return rows;
  }

  private static Optional<RowJudgement> judge(String provision, SupportClaim claim) {
    if (claim.support() == Support.YES) {
      return Optional.empty();
    }
    var reason = claim.detail().orElse("").strip();
    var path = "ics[%s].detail".formatted(provision);
    return Optional.of(
        saysSomething(reason)
            ? RowJudgement.prepared(
                provision, path + " gives a reason: an assessor decides whether it holds")
            : fail(provision, path, reason, claim));
  }

  private static boolean saysSomething(String reason) {
    var words = reason.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "").strip();
    return words.length() >= SHORTEST_REASON
        && words.chars().distinct().count() > 3
        && !PLACEHOLDERS.contains(words.replaceAll("\\s+", " "));
  }

  private static RowJudgement fail(
      String provision, String path, String reason, SupportClaim claim) {
    var found =
        reason.isEmpty() ? path + " is empty" : path + " says " + Untrusted.quote(reason, 60);
    return RowJudgement.fail(
        provision,
        found + ", but a reason is expected",
        Sightings.inDeclaration(claim.at().text()),
        new Finding(
            "a reason that a reader can follow",
            found,
            claim.at().text(),
            "open " + claim.at().text(),
            "write down why the provision is not met or does not apply"));
  }
}
