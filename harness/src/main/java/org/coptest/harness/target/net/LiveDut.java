package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Relay;
import org.coptest.spi.net.Sweep;
import org.coptest.spi.net.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The device on the wire. What is outside the declared target is refused before a socket exists,
 * with {@link OutOfScopeException}; probes come one after another.
 */
public final class LiveDut implements Dut, AutoCloseable {
  private static final byte[] NO_SALT = new byte[0];
  private final DutSettings settings;
  private final CampaignRecord record;
  private final Scope scope;
  private final BenchTime time;
  private final Connector connector;
  private final PortSweeper sweeper;
  private final LoginBudget logins;
  private final Paces paces;
  private final SignsOfLife signs;
  private final Liveness liveness;
  private final IdentityWatch identity;
  private final ProbeSession between;
  private volatile @Nullable ProbeSession current;

  /** Opens a device; nothing is sent yet. */
  public LiveDut(DutSettings settings, CampaignRecord record) {
    this.settings = settings;
    this.record = record;
    this.time = settings.time();
    this.scope = new Scope(settings, record);
    this.connector = new Connector(time);
    this.sweeper = new PortSweeper(settings.pace(), settings.limits(), settings.seed(), time);
    this.logins = new LoginBudget(settings.locks(), settings.pace().logins(), time);
    this.paces = new Paces(settings.pace(), time);
    this.signs = new SignsOfLife(time);
    this.liveness =
        new Liveness(signs, likely(settings), this::recoveryWait, FirstAnswer::within, time);
    this.identity = new IdentityWatch(settings.identityChecks());
    this.between = new ProbeSession("canary", settings.deadline(), settings, NO_SALT, record);
  }

  @Override
  public String id() {
    return settings.target();
  }

  @Override
  public List<InetAddress> addresses() {
    return settings.addresses();
  }

  /** A probe begins: what is opened until its end belongs to it, and ends with it. */
  public void beginProbe(String probeId, Deadline deadline, byte[] secretsSalt) {
    if (current != null) {
      throw new IllegalStateException("a probe is still running on " + id());
    }
    current = new ProbeSession(probeId, deadline, settings, secretsSalt, record);
  }

  /** The probe ended: closes what it left open and returns all evidence written during it. */
  public List<EvidenceRef> endProbe() {
    var session = session();
    current = null;
    return session.end();
  }

  /** Where the running probe leaves its artefacts. */
  public EvidenceLog evidenceLog(ProgressListener listener) {
    return new ProbeEvidence(session(), listener);
  }

  @Override
  public ConnectResult connect(Endpoint endpoint) throws ProbeException, InterruptedException {
    var to = scope.admit(endpoint, Transport.TCP);
    var session = session();
    var deadline = session.deadline();
    paces.awaitConnect(deadline);
    deadline.check();
    var patience = shorter(settings.limits().connect(), deadline.remaining());
    return switch (connector.connect(to, patience)) {
      case Connector.Attempt.Opened opened -> open(to, opened.socket(), session);
      case Connector.Attempt.OpenedAndReset reset -> open(to, null, session);
      case Connector.Attempt.Refused refused -> {
        signs.seenRefusing(to);
        yield new ConnectResult.Refused();
      }
      case Connector.Attempt.Silent silent -> {
        deadline.check();
        yield new ConnectResult.Silent();
      }
      case Connector.Attempt.NoRoute noRoute -> new ConnectResult.NoRoute(noRoute.detail());
    };
  }

  @Override
  public Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress)
      throws ProbeException, InterruptedException {
    var to = scope.admit(address);
    var deadline = session().deadline();
    deadline.check();
    var sweep = sweeper.sweep(to, ports, progress, deadline);
    sweep.open().ports().limit(8).forEach(port -> signs.seenOpen(at(to, port)));
    sweep.refused().ports().limit(2).forEach(port -> signs.seenRefusing(at(to, port)));
    return sweep;
  }

  @Override
  public Datagram ask(Endpoint endpoint, byte[] payload, Duration patience)
      throws ProbeException, InterruptedException {
    var to = scope.admit(endpoint, Transport.UDP);
    var session = session();
    paces.awaitDatagram(session.deadline());
    session.deadline().check();
    var limit = shorter(patience, session.deadline().remaining());
    var transcript = session.datagrams();
    transcript.note("to udp " + endpoint.text());
    transcript.sent(payload, payload.length);
    var answer = UdpAsk.ask(to, payload, limit);
    note(answer, transcript);
    return answer;
  }

  @Override
  public Relay relay(Endpoint endpoint) throws ProbeException, InterruptedException {
    var session = session();
    var channel = (LiveChannel) open(endpoint);
    try {
      return new LiveRelay(channel, session);
    } catch (IOException failure) {
      channel.close();
      throw SocketKind.benchFault(failure);
    }
  }

  @Override
  public boolean awaitLogin(String surface, String account) throws InterruptedException {
    return logins.await(surface, account, session().deadline());
  }

  @Override
  public void awaitHello() throws InterruptedException {
    paces.awaitHello(session().deadline());
  }

  @Override
  public void awaitHttp() throws InterruptedException {
    paces.awaitHttp(session().deadline());
  }

  /** Tells that this port of the device answered somebody on the bench. */
  public void noteAlive(Endpoint endpoint) {
    signs.seenOpen(scope.admit(endpoint, Transport.TCP));
  }

  /** Asks for a sign of life, before and after each probe. */
  public Liveness.State checkLife(Deadline deadline) throws ProbeException, InterruptedException {
    return liveness.check(deadline);
  }

  /** When the device last sent anything; passes seen later are void if it died. */
  public Optional<Instant> lastSignOfLife() {
    return signs.last();
  }

  /** What tells that another device answers now; empty when nothing readable does. */
  public Optional<String> identityChange() throws InterruptedException {
    return identity.change(this);
  }

  @Override
  public void close() {
    if (current != null) {
      endProbe();
    }
    between.end();
  }

  private ConnectResult open(
      InetSocketAddress to, @Nullable SocketChannel socket, ProbeSession session) {
    signs.seenOpen(to);
    var terms = new ChannelTerms(settings.limits(), time, signs::seen);
    var pinned = Endpoint.tcp(to.getAddress(), to.getPort());
    return new ConnectResult.Open(new LiveChannel(pinned, socket, session, terms));
  }

  private ProbeSession session() {
    var session = current;
    return session == null ? between : session;
  }

  private void note(Datagram answer, Transcript transcript) {
    switch (answer) {
      case Datagram.Answer data -> {
        signs.seen();
        transcript.received(data.bytes(), data.bytes().length);
      }
      case Datagram.Unreachable unreachable -> {
        signs.seen();
        transcript.note("port unreachable");
      }
      case Datagram.Silent silent -> transcript.note("no answer");
    }
  }

  // A lock-out that our own logins may have set off can look like death.
  private Duration recoveryWait() {
    var lock = logins.possibleLock();
    var wait = settings.pace().recoveryWait();
    return lock.compareTo(wait) > 0 ? lock : wait;
  }

  private static List<InetSocketAddress> likely(DutSettings settings) {
    return settings.addresses().stream()
        .flatMap(address -> settings.likelyPorts().stream().map(port -> at(address, port)))
        .toList();
  }

  private static InetSocketAddress at(InetAddress address, int port) {
    return new InetSocketAddress(address, port);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
