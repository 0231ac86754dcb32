package org.coptest.probes.instrument.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.session.ClientSession;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Relay;
import org.coptest.spi.verdict.Cause;

/**
 * Logins of an SSH server: one connection a try, {@code password}, then {@code
 * keyboard-interactive}.
 */
public final class SshDoor implements LoginDoor {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration AUTHENTICATE = Duration.ofSeconds(25);
  private static final List<UserAuthFactory> PASSWORD = List.of(UserAuthPasswordFactory.INSTANCE);
  private static final List<UserAuthFactory> BOTH =
      List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE);
  private final Dut dut;
  private final Endpoint endpoint;
  private final String likelyUser;
  private final SessionProof proof;
  private final SshClient client = PermissiveSsh.start();
  private List<UserAuthFactory> methods = BOTH;
  private int offered = 1;

  /**
   * Of this port.
   *
   * @param likelyUser for whom the offered methods are asked
   */
  public SshDoor(Dut dut, Endpoint endpoint, String likelyUser, RandomGenerator random) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.likelyUser = likelyUser;
    this.proof = new SessionProof(random, endpoint.port());
  }

  @Override
  public int loginsEach() {
    return Math.min(offered, methods.size());
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var talk = talk(likelyUser, Optional.empty());
    offered = (int) BOTH.stream().filter(m -> talk.offered().contains(m.getName())).count();
    return talk.look();
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    var talk = talk(candidate.user(), Optional.of(new OnePassword(candidate.password())));
    if (talk.passwordSuffices()) {
      methods = PASSWORD;
    }
    return talk.answer();
  }

  @Override
  public void close() {
    client.stop();
  }

  private SshTalk talk(String user, Optional<OnePassword> password)
      throws ProbeException, InterruptedException {
    dut.awaitHello();
    try (var relay = dut.relay(endpoint)) {
      client.setUserAuthFactories(password.isPresent() ? methods : PASSWORD);
      return talk(relay, user, password);
    } catch (ProbeException e) {
      if (unanswered(e.reasonCode())) {
        return SshTalk.silent(e.reasonCode() == Cause.AMBIGUOUS_RESPONSE, Optional.empty());
      }
      throw e;
    }
  }

  private SshTalk talk(Relay relay, String user, Optional<OnePassword> password)
      throws InterruptedException {
    try (var session = client.connect(user, relay.door()).verify(CONNECT).getSession()) {
      password.ifPresent(session::setUserInteraction);
      var ended = authenticate(session);
      var log = Optional.ofNullable(session.getAttribute(AuthLog.KEY)).orElseGet(AuthLog::new);
      var reached = session.isAuthenticated() ? proof.of(session) : Proof.NONE;
      return new SshTalk(log.replies(), password, ended, reached, Optional.of(relay.transcript()));
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException("stopped").initCause(e);
    } catch (IOException e) {
      return SshTalk.silent(true, Optional.of(relay.transcript()));
    }
  }

  /** Whether the authentication came to an end of any kind in time. */
  private static boolean authenticate(ClientSession session) throws IOException {
    return session.auth().await(AUTHENTICATE);
  }

  private static boolean unanswered(Cause cause) {
    return cause == Cause.RATE_LIMITED
        || cause == Cause.AMBIGUOUS_RESPONSE
        || cause == Cause.TARGET_UNREACHABLE;
  }
}
