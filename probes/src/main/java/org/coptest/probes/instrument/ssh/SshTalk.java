package org.coptest.probes.instrument.ssh;

import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.SshConstants;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;

/**
 * What an authentication means.
 *
 * @param heard what was said
 * @param password what was given, unless only {@code none} was asked
 * @param old whether the device speaks old algorithms only
 */
record SshTalk(SshHeard heard, Optional<OnePassword> password, boolean old) {
  private static final List<String> PASSWORDS = List.of("password", "keyboard-interactive");

  private List<AuthLog.Reply> replies() {
    return heard.replies();
  }

  private boolean accepted() {
    return replies().stream().anyMatch(r -> r.code() == SshConstants.SSH_MSG_USERAUTH_SUCCESS);
  }

  /** Whether the method {@code password} alone led to success. */
  boolean passwordSuffices() {
    return accepted() && password.filter(it -> it.given() == 1 && it.byPassword()).isPresent();
  }

  /** U. */
  Look look() {
    if (accepted()) {
      return look(Access.GRANTED, Mechanism.OPEN, "logged in with method none: " + heard.proof());
    } else if (heard.offered().isEmpty()) {
      return look(Access.UNKNOWN, Mechanism.UNKNOWN, "no login methods were named");
    } else if (heard.offered().stream().anyMatch(PASSWORDS::contains)) {
      return look(Access.DENIED, Mechanism.PASSWORD, "message 51 offers a password");
    }
    return look(Access.DENIED, Mechanism.NO_PASSWORD, "message 51 offers no password");
  }

  private Look look(Access access, Mechanism mechanism, String detail) {
    var names = heard.offered().stream().limit(16).map(SshTalk::known).toList();
    var told = old ? detail + ", over old algorithms only" : detail;
    return new Look(access, mechanism, names, "session", NameUse.REQUIRED, told, heard.evidence());
  }

  /** What the credential came to; half a success, such as one factor of two, is none. */
  Answer answer() {
    if (accepted()) {
      var detail = "message 52 (success), session: " + heard.proof();
      return Answer.accepted(heard.proof(), detail, heard.evidence());
    } else if (password.filter(OnePassword::changeAsked).isPresent()) {
      return undecided(LoginOutcome.ERROR, "message 60: the password must be changed first");
    } else if (password.filter(OnePassword::endless).isPresent()) {
      return undecided(LoginOutcome.ERROR, "message 60: the questions do not come to an end");
    } else if (replies().stream().anyMatch(AuthLog.Reply::partial)) {
      return undecided(LoginOutcome.ERROR, "message 51 asks for one more factor");
    } else if (refused()) {
      return Answer.rejected(
          Likeness.typed("51 " + shape()), "message 51 (failure)", heard.evidence());
    }
    return heard.ended()
        ? undecided(LoginOutcome.THROTTLED, "the connection ended before the login was answered")
        : undecided(LoginOutcome.NO_ANSWER, "the login was not answered");
  }

  /** A further question after a password may come only where the password was right. */
  private String shape() {
    var named = String.join(",", replies().getLast().methods());
    var questions = password.map(OnePassword::questions).orElse(0);
    return questions > 1 ? "%s after %d questions".formatted(named, questions) : named;
  }

  /** A 51 to a password, or a 51 that names methods without a password for this user. */
  private boolean refused() {
    var given = password.map(OnePassword::given).orElse(0);
    return given > 0
        ? replies().size() > 1
        : !heard.offered().isEmpty() && heard.offered().stream().noneMatch(PASSWORDS::contains);
  }

  private Answer undecided(LoginOutcome outcome, String detail) {
    return Answer.undecided(outcome, detail, heard.evidence());
  }

  /** Device text only where it is a plain method name. */
  private static String known(String method) {
    return method.matches("[a-z0-9@.-]{1,64}") ? method : "other";
  }
}
