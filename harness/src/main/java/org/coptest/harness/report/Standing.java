package org.coptest.harness.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** Where a provision stands; each provision stands in exactly one place. */
public enum Standing {
  PASS,
  FAIL,
  UNDECIDED,
  FAILS_ON_PAPER,
  SIGNED,
  AWAITS_ASSESSOR,
  LACKS_DECLARATION,
  NOT_TESTED,
  NOT_APPLICABLE;

  /** The place of one provision. */
  public static Standing of(ProvisionResult provision) {
    if (provision.verdict() == Verdict.NOT_APPLICABLE) {
      return NOT_APPLICABLE;
    }
    return provision
        .observed()
        .map(observed -> observed(provision, observed))
        .orElseGet(() -> onPaper(provision));
  }

  private static Standing observed(ProvisionResult provision, Verdict observed) {
    if (observed == Verdict.FAIL) {
      return FAIL;
    }
    if (provision.verdict() == Verdict.FAIL) {
      return FAILS_ON_PAPER;
    }
    return observed == Verdict.PASS ? PASS : UNDECIDED;
  }

  private static Standing onPaper(ProvisionResult provision) {
    return switch (provision.verdict()) {
      case FAIL -> FAILS_ON_PAPER;
      case PASS -> SIGNED;
      case PENDING -> AWAITS_ASSESSOR;
      case NOT_TESTED -> NOT_TESTED;
      case INCONCLUSIVE -> lacksDeclaration(provision) ? LACKS_DECLARATION : UNDECIDED;
      case ERROR -> UNDECIDED;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
    };
  }

  private static boolean lacksDeclaration(ProvisionResult provision) {
    return provision.cases().stream()
        .filter(one -> one.verdict() == Verdict.INCONCLUSIVE)
        .allMatch(one -> one.cause().filter(Cause.MISSING_INPUT::equals).isPresent());
  }

  /** How many provisions stand where. */
  public static Map<Standing, Integer> count(List<ProvisionResult> provisions) {
    var counts = new EnumMap<Standing, Integer>(Standing.class);
    provisions.forEach(provision -> counts.merge(of(provision), 1, Integer::sum));
    return counts;
  }
}
