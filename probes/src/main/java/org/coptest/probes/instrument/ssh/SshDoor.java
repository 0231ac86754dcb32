package org.coptest.probes.instrument.ssh;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Look;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/**
 * Logins of an SSH server: one connection a try, {@code password}, then {@code
 * keyboard-interactive}.
 */
public final class SshDoor implements LoginDoor {
  private static final List<UserAuthFactory> PASSWORD = List.of(UserAuthPasswordFactory.INSTANCE);
  private static final List<UserAuthFactory> BOTH =
      List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE);
  private final SshConnections connections;
  private final String likelyUser;
  private List<UserAuthFactory> methods = BOTH;
  private int offered = 1;

  /**
   * Of this port.
   *
   * @param likelyUser for whom the offered methods are asked
   */
  public SshDoor(Dut dut, Endpoint endpoint, String likelyUser, RandomGenerator random) {
    this.connections = new SshConnections(dut, endpoint, random);
    this.likelyUser = likelyUser;
  }

  @Override
  public int loginsEach() {
    return Math.min(offered, methods.size());
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var heard = connections.authenticate(likelyUser, PASSWORD, session -> {});
    offered = (int) BOTH.stream().filter(m -> heard.offered().contains(m.getName())).count();
    return new SshTalk(heard, Optional.empty(), connections.old()).look();
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    var password = new OnePassword(candidate.password());
    var heard =
        connections.authenticate(
            candidate.user(), methods, session -> session.setUserInteraction(password));
    var talk = new SshTalk(heard, Optional.of(password), connections.old());
    if (talk.passwordSuffices()) {
      methods = PASSWORD;
    }
    return talk.answer();
  }

  @Override
  public void close() {
    connections.close();
  }
}
