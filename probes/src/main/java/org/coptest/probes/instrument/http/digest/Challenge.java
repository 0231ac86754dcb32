package org.coptest.probes.instrument.http.digest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a {@code WWW-Authenticate} header (RFC 9110, 11.6.1).
 *
 * @param scheme such as basic or digest, lower case
 * @param parameters by lower-case name, without quotes; the first of several counts
 */
public record Challenge(String scheme, Map<String, String> parameters) {

  /** Copies what it is given. */
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  /**
   * All challenges of all headers of that name, in the device's order; what is none is left out.
   */
  public static List<Challenge> parse(List<String> headers) {
    return headers.stream().flatMap(header -> new ChallengeReader(header).all().stream()).toList();
  }

  /** The value of this parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
