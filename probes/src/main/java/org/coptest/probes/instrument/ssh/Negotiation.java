package org.coptest.probes.instrument.ssh;

import java.util.Map;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.jspecify.annotations.Nullable;

/** Notes when both sides named their algorithms (RFC 4253, 7.1) and have none in common. */
final class Negotiation implements SessionListener {
  private static final AttributeKey<Boolean> NOTHING_IN_COMMON = new AttributeKey<>();

  /** Whether it ended that way. */
  static boolean nothingInCommon(Session session) {
    return Boolean.TRUE.equals(session.getAttribute(NOTHING_IN_COMMON));
  }

  @Override
  public void sessionNegotiationEnd(
      Session session,
      Map<KexProposalOption, String> ours,
      Map<KexProposalOption, String> theirs,
      @Nullable Map<KexProposalOption, String> chosen,
      @Nullable Throwable reason) {
    if (reason != null) {
      session.setAttribute(NOTHING_IN_COMMON, true);
    }
  }
}
