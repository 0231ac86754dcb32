package org.coptest.probes.passwords;

import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.LabCredentials;

/**
 * A default or widely known credential.
 *
 * @param number row of the list, counted from 1
 * @param protocol where it was seen; {@code any} for every password login
 * @param user empty for none
 * @param password empty for an empty one
 * @param vendor maker it is attributed to, or {@code generic}
 * @param source where the fact is from, joined by {@code +}
 * @param set {@code mirai:NN:wW} for entries of that table, {@code lab:LINE} for those of a lab
 */
record CredentialRow(
    int number,
    String protocol,
    String user,
    String password,
    String vendor,
    String source,
    String set) {

  /** A pair of the lab's own file, tried before all others. */
  static CredentialRow ofLab(LabCredentials.Entry it) {
    return new CredentialRow(
        it.line(), it.protocol(), it.user(), it.password(), "generic", "lab", it.toString());
  }

  boolean ofLab() {
    return source.equals("lab");
  }

  /** How reports name it, without showing it: {@code mirai:04}, {@code credentials:17}, … */
  String id() {
    if (ofLab()) {
      return set;
    }
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
