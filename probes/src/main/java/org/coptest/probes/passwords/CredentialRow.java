package org.coptest.probes.passwords;

import org.coptest.probes.instrument.login.Candidate;

/**
 * A default or widely known credential.
 *
 * @param number row of the list, counted from 1
 * @param protocol where it was seen; {@code any} for every password login
 * @param user empty for none
 * @param password empty for an empty one
 * @param vendor maker it is attributed to, or {@code generic}
 * @param source where the fact is from, joined by {@code +}
 * @param set {@code mirai:NN:wW} for entries of that table, else empty
 */
record CredentialRow(
    int number,
    String protocol,
    String user,
    String password,
    String vendor,
    String source,
    String set) {

  /** How reports name it, without showing it: {@code mirai:04} or {@code credentials:17}. */
  String id() {
    return mirai() ? set.substring(0, set.lastIndexOf(':')) : "credentials:" + number;
  }

  boolean mirai() {
    return set.startsWith("mirai:");
  }

  boolean generic() {
    return vendor.equals("generic");
  }

  Candidate candidate() {
    return new Candidate(id(), user, password);
  }
}
