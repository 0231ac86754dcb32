package org.coptest.probes.instrument.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.session.ClientSession;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Relay;
import org.coptest.spi.verdict.Cause;

/**
 * Authenticates at one SSH server, each time on a connection of its own. The client for old devices
 * takes over once the device named its algorithms and the current client has none of them.
 */
final class SshConnections implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration AUTHENTICATE = Duration.ofSeconds(25);
  private final Dut dut;
  private final Endpoint endpoint;
  private final SessionProof proof;
  private SshClient client = LoginOnlySsh.current();
  private boolean old;

  SshConnections(Dut dut, Endpoint endpoint, RandomGenerator random) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.proof = new SessionProof(random, endpoint.port());
  }

  /** Whether the device speaks old algorithms only. */
  boolean old() {
    return old;
  }

  /** Authenticates by the first of these methods that the server offers, then the next. */
  SshHeard authenticate(String user, List<UserAuthFactory> methods, Consumer<ClientSession> prepare)
      throws ProbeException, InterruptedException {
    var heard = once(user, methods, prepare);
    if (!heard.inCommon() && !old) {
      client.stop();
      client = LoginOnlySsh.old();
      old = true;
      heard = once(user, methods, prepare);
    }
    return heard.heard();
  }

  @Override
  public void close() {
    client.stop();
  }

  private record Once(SshHeard heard, boolean inCommon) {}

  private Once once(String user, List<UserAuthFactory> methods, Consumer<ClientSession> prepare)
      throws ProbeException, InterruptedException {
    dut.awaitHello();
    try (var relay = dut.relay(endpoint)) {
      client.setUserAuthFactories(methods);
      return over(relay, user, prepare);
    } catch (ProbeException e) {
      if (unanswered(e.reasonCode())) {
        var ended = e.reasonCode() == Cause.AMBIGUOUS_RESPONSE;
        return new Once(SshHeard.silent(ended, Optional.empty()), true);
      }
      throw e;
    }
  }

  private Once over(Relay relay, String user, Consumer<ClientSession> prepare)
      throws InterruptedException {
    try (var session = client.connect(user, relay.door()).verify(CONNECT).getSession()) {
      prepare.accept(session);
      var ended = session.auth().await(AUTHENTICATE);
      var log = Optional.ofNullable(session.getAttribute(AuthLog.KEY)).orElseGet(AuthLog::new);
      var reached = session.isAuthenticated() ? proof.of(session) : Proof.NONE;
      var evidence = Optional.of(relay.transcript());
      return new Once(
          new SshHeard(log.replies(), ended, reached, evidence),
          !Negotiation.nothingInCommon(session));
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException("stopped").initCause(e);
    } catch (IOException e) {
      return new Once(SshHeard.silent(true, Optional.of(relay.transcript())), true);
    }
  }

  private static boolean unanswered(Cause cause) {
    return cause == Cause.RATE_LIMITED
        || cause == Cause.AMBIGUOUS_RESPONSE
        || cause == Cause.TARGET_UNREACHABLE;
  }
}
