package org.coptest.probes.passwords.preset;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.probes.passwords.preset.CandidateTexts.Exhausted;
import org.coptest.probes.passwords.preset.Digests.Digest;
import org.coptest.probes.passwords.preset.Encodings.Encoding;

/** Streams all candidates of one sample past its passwords, within a bound of hashes and time. */
final class DerivationSearch {
  private static final int LOOK_AT_CLOCK = 0xfff;
  private final CandidateTexts texts;
  private final Optional<String> model;
  private final Limits limits;
  private long hashes;
  private long ends;

  /** At most this many hashes and this much time. */
  record Limits(long hashes, Duration time) {
    static Limits standard() {
      return new Limits(50_000_000, Duration.ofSeconds(60));
    }

    Limits within(Duration left) {
      return left.compareTo(time) < 0 ? new Limits(hashes, left) : this;
    }
  }

  DerivationSearch(CandidateTexts texts, Optional<String> model, Limits limits) {
    this.texts = texts;
    this.model = model;
    this.limits = limits;
  }

  /** Whether every candidate was compared; what was found stands in the passwords. */
  boolean run(List<WantedPassword> passwords) throws InterruptedException {
    hashes = 0;
    ends = System.nanoTime() + limits.time().toNanos();
    try {
      texts.forms((name, text) -> form(name, text, passwords));
      texts.joined((name, text) -> joined(name, text, passwords));
      digests(passwords);
      return true;
    } catch (Exhausted tooMuch) {
      return false;
    }
  }

  long hashes() {
    return hashes;
  }

  private void form(String name, String text, List<WantedPassword> passwords)
      throws InterruptedException, Exhausted {
    spend();
    for (var password : passwords) {
      password.window(Tier.FORM, name, text);
      password.compared(name, text);
    }
  }

  private void joined(String name, String text, List<WantedPassword> passwords)
      throws InterruptedException, Exhausted {
    spend();
    passwords.forEach(password -> password.whole(Tier.JOINED, name, text));
  }

  private void digests(List<WantedPassword> passwords) throws InterruptedException, Exhausted {
    var digests = Digests.all(model);
    var encodings = new LinkedHashMap<Encoding, List<WantedPassword>>();
    passwords.forEach(password ->
        password
            .encodings()
            .forEach(one -> encodings.computeIfAbsent(one, e -> new ArrayList<>()).add(password)));
    texts.hashed((name, text) -> {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      for (var digest : digests) {
        spend();
        encoded(name, digest, digest.function().apply(bytes), encodings);
      }
    });
  }

  private static void encoded(
      String name, Digest digest, byte[] hash, Map<Encoding, List<WantedPassword>> encodings) {
    encodings.forEach((encoding, passwords) -> {
      var text = encoding.function().apply(hash);
      // The name of the rule is put together only when it is needed, for there are millions.
      passwords.forEach(one -> one.digest(name, digest.name(), encoding.name(), text));
    });
  }

  private void spend() throws InterruptedException, Exhausted {
    hashes++;
    if ((hashes & LOOK_AT_CLOCK) == 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while it searched for a derivation");
      } else if (System.nanoTime() - ends >= 0) {
        throw new Exhausted();
      }
    }
    if (hashes > limits.hashes()) {
      throw new Exhausted();
    }
  }
}
