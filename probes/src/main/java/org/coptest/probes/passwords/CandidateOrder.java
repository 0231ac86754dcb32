package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.declaration.Identity;

/** Puts the credentials that fit a device and a protocol in the order in which they are tried. */
final class CandidateOrder {
  private static final Set<String> NO_PASSWORDS = Set.of("snmp", "coap-psk");
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "camera",
          "cameras",
          "router",
          "routers",
          "gateway",
          "modem",
          "printer",
          "phone",
          "dvr",
          "nvr",
          "recorder",
          "generic",
          "electronics",
          "electric",
          "technology",
          "technologies",
          "limited",
          "ltd",
          "inc",
          "corp",
          "company",
          "the",
          "and",
          "systems",
          "system",
          "network",
          "networks",
          "communication",
          "communications",
          "series",
          "optical",
          "digital",
          "device",
          "devices",
          "private",
          "india",
          "international",
          "group",
          "global",
          "smart",
          "home");
  private final List<CredentialRow> rows;
  private final Identity identity;

  CandidateOrder(List<CredentialRow> rows, Identity identity) {
    this.rows = rows;
    this.identity = identity;
  }

  /**
   * Rows of the lab, names of the device, rows of its maker, the Mirai table, rows of the protocol,
   * rows for any; rows of other makers only while no maker is declared.
   */
  List<Candidate> forProtocol(LoginProtocol protocol, Optional<String> likelyUser) {
    var named =
        words(Stream.of(identity.manufacturer(), identity.model()).flatMap(Optional::stream));
    var bundled = rows.stream().filter(row -> !row.ofLab()).toList();
    var lab = rows.stream().filter(row -> row.ofLab() && fits(row, protocol));
    var ours = bundled.stream().filter(row -> fits(row, protocol) && shares(row, named));
    // Keys of sample programs and communities have no maker of a device.
    Predicate<CredentialRow> generic =
        row -> identity.manufacturer().isEmpty() || row.generic() || protocol.ownListOnly();
    var mirai = bundled.stream().filter(row -> row.mirai() && fits(row, protocol));
    var spoken = bundled.stream().filter(row -> own(row, protocol)).filter(generic);
    var any = bundled.stream().filter(row -> row.protocol().equals("any")).filter(generic);
    var listed =
        Stream.of(ours, mirai, spoken, protocol.ownListOnly() ? Stream.<CredentialRow>of() : any)
            .map(part -> part.map(CredentialRow::candidate).toList())
            .flatMap(part -> spread(part).stream());
    var names = protocol.ownListOnly() ? Stream.<Candidate>of() : names(likelyUser);
    var first = spread(lab.map(CredentialRow::candidate).toList()).stream();
    return distinct(Stream.of(first, names, listed).flatMap(part -> part).toList());
  }

  private static boolean own(CredentialRow row, LoginProtocol protocol) {
    return row.protocol().equals(protocol.listed());
  }

  /** Passwords of one protocol are tried on another; communities and keys are not. */
  private static boolean fits(CredentialRow row, LoginProtocol protocol) {
    if (row.ofLab()) {
      return own(row, protocol) || row.protocol().equals("any");
    }
    return protocol.ownListOnly() ? own(row, protocol) : !NO_PASSWORDS.contains(row.protocol());
  }

  /** Goes round the users, so that no account gets many wrong passwords in a row. */
  private static List<Candidate> spread(List<Candidate> part) {
    var turns = new HashMap<String, Integer>();
    var numbered = new TreeMap<Integer, List<Candidate>>();
    for (var candidate : part) {
      var turn = turns.merge(candidate.user(), 1, Integer::sum);
      numbered.computeIfAbsent(turn, it -> new ArrayList<>()).add(candidate);
    }
    return numbered.values().stream().flatMap(List::stream).toList();
  }

  /** Passwords that are the maker's or the model's name, or empty. */
  private Stream<Candidate> names(Optional<String> likelyUser) {
    var users = Stream.concat(likelyUser.stream(), Stream.of("admin", "root")).distinct().toList();
    var passwords = new ArrayList<String>();
    Stream.of(identity.model(), identity.manufacturer())
        .flatMap(Optional::stream)
        .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT)))
        .distinct()
        .forEach(passwords::add);
    passwords.add("");
    return passwords.stream()
        .flatMap(password ->
            users.stream()
                .map(user -> new Candidate(id(user, password, passwords), user, password)));
  }

  private static String id(String user, String password, List<String> passwords) {
    var kind = password.isEmpty() ? "empty" : "name-" + (passwords.indexOf(password) + 1);
    return Set.of("admin", "root").contains(user)
        ? "device:%s-%s".formatted(user, kind)
        : "device:" + kind;
  }

  private static boolean shares(CredentialRow row, Set<String> named) {
    return words(Stream.of(row.vendor())).stream().anyMatch(named::contains);
  }

  private static Set<String> words(Stream<String> texts) {
    return texts
        .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)))
        .filter(word -> word.length() > 2 && !COMMON_WORDS.contains(word))
        .collect(Collectors.toSet());
  }

  private static List<Candidate> distinct(List<Candidate> all) {
    var first = new LinkedHashMap<List<String>, Candidate>();
    all.forEach(c -> first.putIfAbsent(List.of(c.user(), c.password()), c));
    return List.copyOf(first.values());
  }
}
