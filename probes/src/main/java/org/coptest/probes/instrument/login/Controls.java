package org.coptest.probes.instrument.login;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes the credentials that a device which checks credentials must refuse. */
final class Controls {
  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private final RandomGenerator random;
  private final NameUse names;
  private final Optional<Candidate> valid;
  private final List<Candidate> list;

  Controls(RandomGenerator random, NameUse names, Optional<Candidate> valid, List<Candidate> list) {
    this.random = random;
    this.names = names;
    this.valid = valid;
    this.list = list;
  }

  /** N1. */
  Candidate random() {
    return new Candidate("control:random", names == NameUse.ABSENT ? "" : text(9), text(20));
  }

  /** N2 for this user. */
  Candidate knownUser(String user) {
    return new Candidate("control:known-user", user, text(20));
  }

  /** N3: like the first candidate but for its last character, and on no list. */
  Optional<Candidate> altered() {
    return list.stream()
        .filter(candidate -> !candidate.password().isEmpty())
        .findFirst()
        .flatMap(this::altered);
  }

  /** A user who is likely to exist: that of V, else of the first candidate. */
  Optional<String> likelyUser() {
    return valid.or(() -> list.stream().findFirst()).map(Candidate::user);
  }

  private Optional<Candidate> altered(Candidate original) {
    var stem = original.password().substring(0, original.password().length() - 1);
    return LETTERS
        .chars()
        .mapToObj(letter -> stem + (char) letter)
        .map(password -> new Candidate("control:altered", original.user(), password))
        .filter(changed -> !changed.sameAs(original) && list.stream().noneMatch(changed::sameAs))
        .filter(changed -> valid.filter(changed::sameAs).isEmpty())
        .findFirst();
  }

  private String text(int length) {
    var text = new StringBuilder("q");
    while (text.length() < length) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
