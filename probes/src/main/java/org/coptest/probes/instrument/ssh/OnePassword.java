package org.coptest.probes.instrument.ssh;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;

/**
 * Gives one password to every question of a server (RFC 4256), and notes that it was asked; round
 * after round, until they are too many.
 */
final class OnePassword implements UserInteraction {
  private static final int MOST_ROUNDS = 8;
  private final String password;
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicBoolean changeAsked = new AtomicBoolean();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();

  OnePassword(String password) {
    this.password = password;
  }

  /** Methods by which the password was given. */
  int given() {
    return given.get() + (questions.get() > 0 ? 1 : 0);
  }

  /** Questions that were answered with it in rounds of {@code keyboard-interactive}. */
  int questions() {
    return questions.get();
  }

  /** Whether the server went on asking for longer than any login takes. */
  boolean endless() {
    return rounds.get() > MOST_ROUNDS;
  }

  /** Whether it was given by the method {@code password}. */
  boolean byPassword() {
    return given.get() > 0;
  }

  /**
   * Whether the server took the password and wants another one (SSH_MSG_USERAUTH_PASSWD_CHANGEREQ).
   */
  boolean changeAsked() {
    return changeAsked.get();
  }

  @Override
  public boolean isInteractionAllowed(ClientSession session) {
    return true;
  }

  @Override
  public String resolveAuthPasswordAttempt(ClientSession session) {
    given.incrementAndGet();
    return password;
  }

  @Override
  public String[] interactive(
      ClientSession session,
      String name,
      String instruction,
      String lang,
      String[] prompt,
      boolean[] echo) {
    if (rounds.incrementAndGet() > MOST_ROUNDS) {
      throw new IllegalStateException("the server does not stop asking");
    }
    // A round without a question is a message for people; it is answered by nothing.
    questions.addAndGet(prompt.length);
    var answers = new String[prompt.length];
    Arrays.fill(answers, password);
    return answers;
  }

  @Override
  public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
    changeAsked.set(true);
    return "";
  }
}
