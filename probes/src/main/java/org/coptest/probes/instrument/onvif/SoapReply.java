package org.coptest.probes.instrument.onvif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a SOAP envelope holds, as far as logins need it.
 *
 * @param operation local name of the first element of its body
 * @param codes local parts of the fault's codes, outermost first
 * @param clock parts of the date and time in UTC, by local name
 */
record SoapReply(String operation, List<String> codes, Map<String, String> clock) {
  private static final Set<String> DENIALS =
      Set.of("NotAuthorized", "FailedAuthentication", "InvalidSecurityToken");

  boolean answers(Operation asked) {
    return operation.equals(asked.answer());
  }

  /** Whether it says no for want of the right login (ONVIF core, WS-Security 1.1). */
  boolean denies() {
    return operation.equals("Fault") && codes.stream().anyMatch(DENIALS::contains);
  }

  /** For people. */
  String shown() {
    return codes.isEmpty()
        ? "an element that was not asked for"
        : "fault " + String.join("/", codes.subList(0, Math.min(4, codes.size())));
  }

  /** The device's clock. */
  Optional<Instant> time() {
    try {
      return Optional.of(
          LocalDateTime.of(
                  number("Year"),
                  number("Month"),
                  number("Day"),
                  number("Hour"),
                  number("Minute"),
                  Math.min(59, number("Second")))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private int number(String part) {
    return Integer.parseInt(clock.getOrDefault(part, ""));
  }
}
