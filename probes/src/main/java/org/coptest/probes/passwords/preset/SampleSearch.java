package org.coptest.probes.passwords.preset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.passwords.preset.PresetDerivations.Match;
import org.coptest.probes.passwords.preset.PresetDerivations.Search;
import org.coptest.spi.declaration.Target;

/** One sample, its passwords that are known, and what the search came to. Never recorded. */
final class SampleSearch {
  private static final int LONGEST_PLANTED = 16;
  private final Target target;
  private final List<Identifier> identifiers;
  private final Map<String, PresetPassword> passwords = new LinkedHashMap<>();
  private final Map<String, WantedPassword> wanted = new LinkedHashMap<>();
  private final List<WantedPassword> planted = new ArrayList<>();
  private boolean complete;
  private long hashes;

  SampleSearch(Target target) {
    this.target = target;
    this.identifiers = Identifier.of(target);
    var known = PresetPassword.of(target).stream().filter(one -> one.value().isPresent()).toList();
    var encodings = Encodings.with(known.stream().flatMap(one -> one.charset().stream()).toList());
    for (var password : known) {
      passwords.put(password.id(), password);
      wanted.put(password.id(), new WantedPassword(password.value().orElseThrow(), encodings));
    }
  }

  /** Also looks for two passwords that are made by known rules from this sample's identifiers. */
  void plant(RandomGenerator random) {
    var own = identifiers.stream().filter(Identifier::ofDevice).toList();
    if (own.isEmpty() || wanted.isEmpty()) {
      return;
    }
    var source = own.get(random.nextInt(own.size())).value();
    var digest = Digests.sha256().digest(source.getBytes(StandardCharsets.UTF_8));
    var hex = HexFormat.of().formatHex(digest);
    int from = random.nextInt(hex.length() - LONGEST_PLANTED);
    planted.add(
        new WantedPassword(hex.substring(from, from + LONGEST_PLANTED), Encodings.hexOnly()));
    planted.add(new WantedPassword(source.toUpperCase(Locale.ROOT), List.of()));
  }

  void run(int year, DerivationSearch.Limits limits) throws InterruptedException {
    var all = new ArrayList<>(wanted.values());
    all.addAll(planted);
    var search =
        new DerivationSearch(
            new CandidateTexts(identifiers, year), target.identity().model(), limits);
    complete = all.isEmpty() || search.run(all);
    hashes = search.hashes();
  }

  int planted() {
    return planted.size();
  }

  long plantedFound() {
    return planted.stream().filter(one -> !one.rules().isEmpty()).count();
  }

  /** The rules that give the password of this mechanism. */
  Map<String, Tier> rules(String mechanism) {
    return Optional.ofNullable(wanted.get(mechanism)).map(WantedPassword::rules).orElse(Map.of());
  }

  boolean knows(String mechanism) {
    return wanted.containsKey(mechanism);
  }

  long tried(String mechanism, Tier tier) {
    return Optional.ofNullable(wanted.get(mechanism)).map(one -> one.tried(tier)).orElse(0L);
  }

  Search fact(String mechanism, byte[] salt) {
    var password = Optional.ofNullable(passwords.get(mechanism)).orElseThrow();
    var result = Optional.ofNullable(wanted.get(mechanism)).orElseThrow();
    var shape = PasswordShape.of(password.value().orElseThrow(), password.charset(), salt);
    return new Search(
        target.id(),
        password.source(),
        shape,
        identifiers.stream().map(Identifier::kind).toList(),
        result.tried(Tier.DIGEST),
        hashes,
        complete,
        result.rules().size(),
        simplest(result, shape),
        result.common());
  }

  private static Optional<Match> simplest(WantedPassword result, PasswordShape shape) {
    return result.rules().entrySet().stream()
        .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(rule ->
            new Match(
                rule.getKey(),
                rule.getValue(),
                Chance.ofMatch(result.tried(rule.getValue()), shape)));
  }
}
