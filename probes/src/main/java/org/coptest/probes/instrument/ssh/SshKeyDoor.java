package org.coptest.probes.instrument.ssh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/** Shows public keys to an SSH server, several on one connection. */
public final class SshKeyDoor implements AutoCloseable {
  private final SshConnections connections;

  /** Of this port. */
  public SshKeyDoor(Dut dut, Endpoint endpoint, RandomGenerator random) {
    this.connections = new SshConnections(dut, endpoint, random);
  }

  /** Shows these keys to this user's account in their order, and ends with the connection. */
  public KeyTalk show(String user, List<KeyOffer> offers)
      throws ProbeException, InterruptedException {
    var answers = Collections.synchronizedList(new ArrayList<KeyOutcome>());
    var heard =
        connections.authenticate(
            user, List.of(new Showing(offers, answers)), session -> answers.clear());
    var complete = ShownKeys.complete(List.copyOf(answers), offers.size());
    var success =
        heard.replies().stream().anyMatch(r -> r.code() == SshConstants.SSH_MSG_USERAUTH_SUCCESS);
    var open = success && !complete.contains(KeyOutcome.ACCEPTED);
    return new KeyTalk(heard.offered(), complete, heard.proof(), open, heard.evidence());
  }

  @Override
  public void close() {
    connections.close();
  }

  private record Showing(List<KeyOffer> offers, List<KeyOutcome> answers)
      implements UserAuthFactory {

    @Override
    public String getName() {
      return "publickey";
    }

    @Override
    public UserAuth createUserAuth(ClientSession session) {
      return new ShownKeys(offers, answers);
    }
  }
}
