package org.coptest.probes.instrument.ssh;

import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;

/** Messages of one SSH authentication (RFC 4252) in the order they came. */
final class AuthLog {
  /** Under which a session carries its log. */
  static final AttributeKey<AuthLog> KEY = new AttributeKey<>();

  private final List<Reply> replies = new ArrayList<>();

  /** One message: 51 with the methods it names, 52, or 60. */
  record Reply(int code, List<String> methods, boolean partial) {}

  synchronized void add(Reply reply) {
    replies.add(reply);
  }

  synchronized List<Reply> replies() {
    return List.copyOf(replies);
  }
}
