package org.coptest.harness.report.explain;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.harness.report.VerdictForm;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** What causes and verdicts mean, in words. */
final class CauseText {
  private CauseText() {}

  static String of(Cause cause) {
    return new Lines()
        .add("%s: %s", cause, meaning(cause))
        .gap()
        .add("Verdict:         %s", VerdictForm.of(cause.verdict()).word())
        .add("Would settle it: %s", cause.settledBy())
        .add(
            "For the gate:    %s",
            cause.knownAtPlanTime()
                ? "known before anything is sent, so it asks for it only where gate.require does"
                : "arises while testing, so a mandatory provision that has it gives exit 3")
        .text();
  }

  static String of(Verdict verdict) {
    var causes =
        Stream.of(Cause.values())
            .filter(cause -> cause.verdict() == verdict)
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    var text = new Lines().add("%s: %s", VerdictForm.of(verdict).word(), meaning(verdict));
    return causes.isEmpty() ? text.text() : text.gap().add("Causes: " + causes).text();
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "seen to be met, with a control that shows the look would have found otherwise";
      case FAIL -> "not met: seen twice on the network, or in the bytes of a file or document";
      case INCONCLUSIVE -> "looked, and cannot tell";
      case ERROR -> "the harness or the bench failed; it says nothing about the device";
      case NOT_TESTED -> "not looked at";
      case PENDING -> "a person must examine or sign it";
      case NOT_APPLICABLE -> "does not apply, by the ICS and a condition over the declaration";
    };
  }

  private static String meaning(Cause cause) {
    return switch (cause) {
      case HARNESS_ERROR -> "the harness itself failed";
      case BENCH_FAULT -> "the bench failed: disk, file handles, clock or a driver";
      case SAFETY_NOT_AUTHORISED -> "the probe could disturb the device and nobody allowed it";
      case DESELECTED -> "left out by a filter or profile of this run";
      case NOT_AUTOMATED -> "this version has no probe or rule for it";
      case NEEDS_OPERATOR -> "somebody has to do something to the device";
      case NEEDS_ASSESSOR -> "an assessor has to read and sign it";
      case MISSING_INPUT -> "the declaration does not say what is needed to judge";
      case NEEDS_SECOND_SAMPLE -> "one device cannot show whether two differ";
      case NEEDS_TEST_HOOK -> "the device has to be put into a state that needs a driver";
      case TARGET_UNREACHABLE -> "the device never answered anything";
      case TARGET_DIED -> "the device answered before and does not answer any more";
      case TARGET_CHANGED -> "another device, firmware or key answered than before";
      case RATE_LIMITED -> "the device slows down or drops what is sent to it";
      case LOCKED_OUT -> "the device has locked logins";
      case CONTROL_FAILED -> "what must be so whatever the device does was not so";
      case AMBIGUOUS_RESPONSE -> "the answer can be read in more than one way";
      case COVERAGE_PARTIAL -> "not everything that had to be looked at was looked at";
      case BUDGET_EXHAUSTED -> "time or bytes ran out before the end";
      case NOISY_TIMING -> "times vary too much to tell a difference";
      case CLOCK_UNTRUSTED -> "the clock of the bench cannot be relied on";
      case UNSUPPORTED_FORMAT -> "a file is in a form that the harness does not read";
      case ENCRYPTED_IMAGE -> "the firmware image is encrypted";
      case DATA_STALE -> "the list it was checked against is too old for a pass";
      case CLIENT_NEVER_CONNECTED -> "the device never made the connection that had to be watched";
    };
  }
}
