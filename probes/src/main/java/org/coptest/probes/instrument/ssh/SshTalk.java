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
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.EvidenceRef;

/**
 * One SSH connection up to the end of its authentication.
 *
 * @param replies what the server said, the first to the method {@code none}
 * @param password what was given, unless only {@code none} was asked
 * @param ended whether the authentication ended in time
 * @param proof what the session was good for
 * @param evidence transcript
 */
record SshTalk(
    List<AuthLog.Reply> replies,
    Optional<OnePassword> password,
    boolean ended,
    Proof proof,
    Optional<EvidenceRef> evidence) {
  private static final List<String> PASSWORDS = List.of("password", "keyboard-interactive");

  static SshTalk silent(boolean ended, Optional<EvidenceRef> evidence) {
    return new SshTalk(List.of(), Optional.empty(), ended, Proof.NONE, evidence);
  }

  /** Methods the server named first. */
  List<String> offered() {
    return replies.isEmpty() ? List.of() : replies.getFirst().methods();
  }

  boolean accepted() {
    return replies.stream().anyMatch(r -> r.code() == SshConstants.SSH_MSG_USERAUTH_SUCCESS);
  }

  /** Whether the method {@code password} alone led to success. */
  boolean passwordSuffices() {
    return accepted() && password.filter(it -> it.given() == 1 && it.byPassword()).isPresent();
  }

  /** U. */
  Look look() {
    if (accepted()) {
      return look(Access.GRANTED, Mechanism.OPEN, "logged in with method none: " + proof);
    } else if (offered().isEmpty()) {
      return look(Access.UNKNOWN, Mechanism.UNKNOWN, "no login methods were named");
    } else if (offered().stream().anyMatch(PASSWORDS::contains)) {
      return look(Access.DENIED, Mechanism.PASSWORD, "message 51 offers a password");
    }
    return look(Access.DENIED, Mechanism.NO_PASSWORD, "message 51 offers no password");
  }

  private Look look(Access access, Mechanism mechanism, String detail) {
    var names = offered().stream().limit(16).map(SshTalk::known).toList();
    return new Look(access, mechanism, names, "session", NameUse.REQUIRED, detail, evidence);
  }

  /** What the credential came to. */
  Answer answer() {
    if (accepted()) {
      return Answer.accepted(proof, "message 52 (success), session: " + proof, evidence);
    } else if (password.filter(OnePassword::changeAsked).isPresent()) {
      return undecided(LoginOutcome.ERROR, "message 60: the password must be changed first");
    } else if (replies.stream().anyMatch(AuthLog.Reply::partial)) {
      return undecided(LoginOutcome.ERROR, "message 51 asks for one more factor");
    } else if (refused()) {
      var named = String.join(",", replies.getLast().methods());
      return Answer.rejected(Likeness.typed("51 " + named), "message 51 (failure)", evidence);
    }
    return ended
        ? undecided(LoginOutcome.THROTTLED, "the connection ended before the login was answered")
        : undecided(LoginOutcome.NO_ANSWER, "the login was not answered");
  }

  /** A 51 to a password, or a 51 that names methods without a password for this user. */
  private boolean refused() {
    var given = password.map(OnePassword::given).orElse(0);
    return given > 0
        ? replies.size() > 1
        : !offered().isEmpty() && offered().stream().noneMatch(PASSWORDS::contains);
  }

  private Answer undecided(LoginOutcome outcome, String detail) {
    return Answer.undecided(outcome, detail, evidence);
  }

  /** Device text only where it is a plain method name. */
  private static String known(String method) {
    return method.matches("[a-z0-9@.-]{1,64}") ? method : "other";
  }
}
