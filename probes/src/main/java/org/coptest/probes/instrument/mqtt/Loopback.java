package org.coptest.probes.instrument.mqtt;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.ProbeException;

/**
 * Shows whether a connection that was taken is good for anything: what a second client publishes
 * must reach it. SUBACK shows nothing; brokers grant topics on which they deliver nothing.
 */
final class Loopback {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int NONCE = 20;
  private static final int CLIENT_ID = 12;
  private final Broker broker;
  private final String prefix;
  private final RandomGenerator random;
  private final MqttTiming timing;

  /** What a connection was good for. */
  enum Reached {
    /** What was published arrived. */
    DELIVERED,
    /** It stays open, and nothing arrives. */
    NOTHING,
    /** It ended as soon as it was taken. */
    DROPPED
  }

  /**
   * For this broker.
   *
   * @param declared topic that is declared to need a login; nothing is published to it, only below
   */
  Loopback(Broker broker, Optional<String> declared, RandomGenerator random, MqttTiming timing) {
    this.broker = broker;
    this.prefix = declared.map(Loopback::below).orElse("coptest/");
    this.random = random;
    this.timing = timing;
  }

  /** What this connection is good for, with the credential it was opened with. */
  Reached through(MqttSession session, MqttVersion version, Optional<Candidate> credential)
      throws ProbeException, InterruptedException {
    if (session.endsBy(timing.settle())) {
      return Reached.DROPPED;
    }
    var topic = prefix + text(NONCE);
    var nonce = text(NONCE);
    if (session.subscribe(topic, timing.answer())
        || !published(topic, nonce, version, credential)) {
      return Reached.NOTHING;
    }
    return session.delivers(topic, nonce, timing.delivery()) ? Reached.DELIVERED : Reached.NOTHING;
  }

  private boolean published(
      String topic, String nonce, MqttVersion version, Optional<Candidate> credential)
      throws ProbeException, InterruptedException {
    var opened = broker.open(version);
    if (opened.isEmpty()) {
      return false;
    }
    try (var second = opened.get()) {
      if (!second.connect(clientId(), credential, timing.answer()).taken()) {
        return false;
      }
      second.publish(topic, nonce);
      second.leave();
      return true;
    }
  }

  /** A client id that every broker takes (MQTT 3.1.1 3.1.3.1). */
  String clientId() {
    return text(CLIENT_ID);
  }

  private String text(int length) {
    var text = new StringBuilder("c");
    while (text.length() < length) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return text.toString();
  }

  /** {@code box/settings/#} and {@code box/settings} become {@code box/settings/}. */
  private static String below(String declared) {
    var name = declared.startsWith("/") && declared.length() == 1 ? "" : declared;
    int wild = name.indexOf('#') < 0 ? name.length() : name.indexOf('#');
    int single = name.indexOf('+') < 0 ? wild : Math.min(wild, name.indexOf('+'));
    var stem = name.substring(0, single);
    return stem.isEmpty() || stem.endsWith("/") ? stem : stem + "/";
  }
}
