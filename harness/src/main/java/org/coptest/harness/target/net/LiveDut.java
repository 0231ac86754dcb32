package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.target.net.identity.HeardSpeech;
import org.coptest.harness.target.net.identity.Neighbours;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
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
  private final TcpDoor tcp;
  private final PortSweeper sweeper;
  private final LoginBudget logins;
  private final Guesses guesses = new Guesses();
  private final Paces paces;
  private final SignsOfLife signs;
  private final Liveness liveness;
  private final IdentityWatch identity;
  private final HeardSpeech heard = new HeardSpeech();
  private final ProbeSession between;
  private final AtomicInteger uses = new AtomicInteger();
  private volatile @Nullable ProbeSession current;

  /** Opens a device; nothing is sent yet. */
  public LiveDut(DutSettings settings, CampaignRecord record) {
    this.settings = settings;
    this.record = record;
    this.time = settings.time();
    this.scope = new Scope(settings, record);
    this.sweeper = new PortSweeper(settings.pace(), settings.limits(), settings.seed(), time);
    this.logins = new LoginBudget(settings.locks(), settings.pace().logins(), time);
    this.paces = new Paces(settings.pace(), time);
    this.signs = new SignsOfLife(time);
    this.tcp = new TcpDoor(settings, paces, signs, this::terms);
    this.liveness =
        new Liveness(
            signs,
            settings.likely(),
            () -> logins.recoveryWait(settings.pace().recoveryWait()),
            FirstAnswer::within,
            () -> Neighbours.ofThisHost().answerForAny(settings.addresses()),
            time);
    this.identity = new IdentityWatch(settings.identityChecks(), settings.deadline());
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
    return tcp.connect(scope.admit(endpoint, Transport.TCP), Optional.empty(), session());
  }

  ConnectResult connect(Endpoint endpoint, InetAddress source)
      throws ProbeException, InterruptedException {
    return tcp.connect(scope.admit(endpoint, Transport.TCP), Optional.of(source), session());
  }

  @Override
  public Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress)
      throws ProbeException, InterruptedException {
    var to = scope.admit(address);
    var deadline = session().deadline();
    deadline.check();
    var expected = PortSet.of(settings.declaredPorts()).or(signs.answeringAt(to));
    var sweep = sweeper.sweep(to, ports, expected, progress, deadline);
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
    var limit = Collections.min(List.of(patience, session.deadline().remaining()));
    var transcript = session.datagrams();
    transcript.note("to udp " + endpoint.text());
    transcript.sent(payload, payload.length);
    var answer = UdpAsk.ask(to, payload, limit);
    if (!(answer instanceof Datagram.Silent)) {
      signs.seen();
    }
    session.note(answer);
    return answer;
  }

  @Override
  public Datagrams datagrams(Endpoint endpoint) throws ProbeException {
    var to = scope.admit(endpoint, Transport.UDP);
    return LiveDatagrams.open(to, session(), terms(endpoint), paces);
  }

  @Override
  public Relay relay(Endpoint endpoint) throws ProbeException, InterruptedException {
    return relay((LiveChannel) open(endpoint));
  }

  Relay relay(LiveChannel channel) throws ProbeException {
    return TcpDoor.relay(channel, session());
  }

  @Override
  public Optional<Dut> fromElsewhere() {
    return SecondAddress.towards(addresses().getFirst()).map(source -> new Elsewhere(this, source));
  }

  @Override
  public boolean awaitLogin(String surface, String account) throws InterruptedException {
    return logins.await(surface, account, session().deadline());
  }

  /** The running probe was authorised to set off locks. */
  public void allowGuesses() {
    session().allowGuesses();
  }

  @Override
  public boolean awaitGuess(String surface, String account) {
    return session().guess(() -> guesses.take(surface)) && logins.note(surface, account);
  }

  @Override
  public void awaitHello() throws InterruptedException {
    paces.awaitHello(session());
  }

  @Override
  public void awaitHttp() throws InterruptedException {
    paces.awaitHttp(session());
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

  /** Marks of the device that were read, by name. */
  public Map<String, String> identityMarks() {
    return identity.marks();
  }

  HeardSpeech heard() {
    return heard;
  }

  /** Grows whenever somebody uses the device. */
  int uses() {
    return uses.get();
  }

  @Override
  public void close() {
    if (current != null) {
      endProbe();
    }
    between.end();
  }

  private ChannelTerms terms(Endpoint port) {
    return new ChannelTerms(
        settings.limits(), time, signs::seen, words -> heard.heard(port, words));
  }

  private ProbeSession session() {
    uses.incrementAndGet();
    var session = current;
    return session == null ? between : session;
  }

  private static InetSocketAddress at(InetAddress address, int port) {
    return new InetSocketAddress(address, port);
  }
}
