package org.coptest.probes.instrument.ssh;

import java.util.Arrays;
import java.util.List;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The library's authentication, with every message noted before the library acts on it. */
final class WatchedAuthFactory extends ClientUserAuthServiceFactory {

  @Override
  public Service create(Session session) {
    var log = new AuthLog();
    session.setAttribute(AuthLog.KEY, log);
    return new Watched(session, log);
  }

  private static final class Watched extends ClientUserAuthService {
    private final AuthLog seen;

    Watched(Session session, AuthLog seen) {
      super(session);
      this.seen = seen;
    }

    @Override
    protected void processUserAuth(int code, Buffer buffer, AuthFuture future) throws Exception {
      if (code == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
        var copy = new ByteArrayBuffer(buffer.getCompactData());
        seen.add(new AuthLog.Reply(code, methods(copy.getString()), copy.getBoolean()));
      } else if (code == SshConstants.SSH_MSG_USERAUTH_SUCCESS) {
        seen.add(new AuthLog.Reply(code, List.of(), false));
      }
      super.processUserAuth(code, buffer, future);
    }

    private static List<String> methods(String names) {
      return Arrays.stream(names.split(",", 16)).filter(name -> !name.isEmpty()).toList();
    }
  }
}
