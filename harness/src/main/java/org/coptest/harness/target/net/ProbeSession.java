package org.coptest.harness.target.net;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.Datagram;
import org.jspecify.annotations.Nullable;

/** What belongs to one probe on one device: its deadline, its evidence, its open connections. */
final class ProbeSession {
  private static final int DATAGRAM_SHARE = 16;
  private final String probe;
  private final String target;
  private final Deadline deadline;
  private final CampaignRecord record;
  private final List<String> secrets;
  private final byte[] salt;
  private final List<EvidenceRef> evidence = new ArrayList<>();
  private final Set<AutoCloseable> open = new LinkedHashSet<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Transcript datagrams;
  private final ChannelEvidence datagramEvidence;
  private boolean mayGuess;
  private boolean guessing;
  private @Nullable RuntimeException failure;

  ProbeSession(
      String probe, Deadline deadline, DutSettings settings, byte[] salt, CampaignRecord record) {
    this.probe = probe;
    this.target = settings.target();
    this.deadline = deadline;
    this.record = record;
    this.secrets = settings.secrets();
    this.salt = salt.clone();
    this.datagrams =
        new Transcript(
            "datagrams of probe " + probe,
            settings.limits().transcriptBytes() * DATAGRAM_SHARE,
            redaction(),
            settings.time());
    this.datagramEvidence = new ChannelEvidence("udp exchanges", datagrams, this);
  }

  String probe() {
    return probe;
  }

  Deadline deadline() {
    return deadline;
  }

  /** From now on it may set off locks. */
  synchronized void allowGuesses() {
    mayGuess = true;
  }

  /** Takes a guess where it may; from then on nothing is paced, as speed is what is measured. */
  synchronized boolean guess(BooleanSupplier taken) {
    boolean granted = mayGuess && taken.getAsBoolean();
    guessing |= granted;
    return granted;
  }

  synchronized boolean guessing() {
    return guessing;
  }

  /** What was asked over UDP, all of it together. */
  Transcript datagrams() {
    return datagrams;
  }

  /** What came of asking over UDP. */
  void note(Datagram answer) {
    switch (answer) {
      case Datagram.Answer data -> datagrams.received(data.bytes(), data.bytes().length);
      case Datagram.Unreachable unreachable -> datagrams.note("port unreachable");
      case Datagram.Silent silent -> datagrams.note("no answer");
    }
  }

  /** A redaction that knows the declared secrets. */
  Redaction redaction() {
    var redaction = new Redaction(salt);
    secrets.forEach(redaction::hide);
    return redaction;
  }

  int nextConnection() {
    return connections.incrementAndGet();
  }

  EvidenceRef store(char kind, String title, byte[] body) {
    var ref = record.evidence(target, kind, title, body);
    synchronized (this) {
      evidence.add(ref);
    }
    return ref;
  }

  synchronized void opened(AutoCloseable connection) {
    open.add(connection);
  }

  synchronized void closed(AutoCloseable connection) {
    open.remove(connection);
  }

  /** Remembers that evidence could not be written while closing, where nothing may be thrown. */
  synchronized void failed(RuntimeException evidenceLost) {
    failure = evidenceLost;
  }

  /** Closes what the probe left open, and returns all its evidence. */
  List<EvidenceRef> end() {
    leftOpen().forEach(ProbeSession::close);
    datagramEvidence.storeQuietly();
    synchronized (this) {
      if (failure != null) {
        throw failure;
      }
      return List.copyOf(evidence);
    }
  }

  private synchronized List<AutoCloseable> leftOpen() {
    return List.copyOf(open);
  }

  private static void close(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
