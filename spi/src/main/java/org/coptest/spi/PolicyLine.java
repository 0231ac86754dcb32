package org.coptest.spi;

import java.util.List;

/**
 * One line of a policy.
 *
 * @param id cited by findings, such as {@code tls-rfc9325/versions-1}
 * @param topic what it is about, such as {@code tls.version}
 * @param values the values it covers
 * @param stance what it says about them
 * @param cites document and clause
 */
public record PolicyLine(
    String id, String topic, List<String> values, Stance stance, String cites) {

  /** What a policy line says about its values. */
  public enum Stance {
    FORBID,
    ALLOW,
    REQUIRE
  }
}
