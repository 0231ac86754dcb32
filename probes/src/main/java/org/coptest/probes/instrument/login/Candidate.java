package org.coptest.probes.instrument.login;

/**
 * A credential to try; only its id is ever recorded.
 *
 * @param id where it comes from: {@code mirai:04}, {@code credentials:17}, {@code control:random}
 * @param user user name, empty for none
 * @param password password, empty for an empty one
 */
public record Candidate(String id, String user, String password) {

  /** Whether it is the same pair. */
  public boolean sameAs(Candidate other) {
    return user.equals(other.user) && password.equals(other.password);
  }

  /** Whether it was made up to be wrong. */
  public boolean control() {
    return id.startsWith("control:");
  }

  /** Whether it is declared to work. */
  public boolean declared() {
    return id.equals("declared");
  }

  @Override
  public String toString() {
    return id;
  }
}
