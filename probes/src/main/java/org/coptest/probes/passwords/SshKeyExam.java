package org.coptest.probes.passwords;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.ssh.SshKeyDoor;
import org.coptest.probes.instrument.ssh.SshKeys;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.verdict.Verdict;

/** Shows the keys of the list and the controls to one SSH server, account by account. */
final class SshKeyExam {
  private static final String DECLARED = "declared";
  private static final int SIGNED_TRIES = 2;
  private final LoginPlace place;
  private final List<SshKnownKeysList.Key> keys;
  private final SshKeySession session;
  private final Map<String, KeyPair> fresh = new LinkedHashMap<>();
  private final List<String> accounts = new ArrayList<>();

  SshKeyExam(
      Bench bench,
      LoginPlace place,
      SshKeyDoor door,
      List<SshKnownKeysList.Key> keys,
      Patience patience) {
    this.place = place;
    this.keys = keys;
    this.session = new SshKeySession(bench, place.surface(), door, patience);
  }

  SshKeyTrial examine() throws ProbeException, InterruptedException {
    Optional<Cut> cut = Optional.empty();
    try {
      shown();
    } catch (SshKeySession.CutException e) {
      cut = Optional.of(e.cut());
    } catch (ProbeException e) {
      if (e.reasonCode().verdict() == Verdict.ERROR) {
        throw e;
      }
      cut = Optional.of(new Cut(e.reasonCode(), String.valueOf(e.getMessage())));
    }
    return new SshKeyTrial(
        place.surface().subject(),
        place.surface().endpoint().port(),
        place.surface().endpoint().text(),
        session.methods(),
        validKey(),
        session.shown(),
        List.copyOf(accounts),
        cut);
  }

  private void shown() throws SshKeySession.CutException, ProbeException, InterruptedException {
    var users = usual();
    for (var user : users.entrySet()) {
      account(user.getKey(), user.getValue(), keys);
    }
    if (accounts.isEmpty()) {
      return;
    }
    for (var key : keys) {
      if (key.user().filter(name -> !users.containsValue(name)).isPresent()) {
        account(key.user().get(), key.user().get(), List.of(key));
      }
    }
    signed(users);
  }

  /** The declared user and those that most devices have, by the name reports give them. */
  private Map<String, String> usual() {
    var users = new LinkedHashMap<String, String>();
    valid().flatMap(Credential::user).ifPresent(name -> users.put(DECLARED, name));
    Stream.of("root", "admin")
        .filter(name -> !users.containsValue(name))
        .forEach(name -> users.put(name, name));
    return users;
  }

  /** Fresh keys of each type in use, then the keys; what seems authorised is asked about again. */
  private void account(String label, String user, List<SshKnownKeysList.Key> asked)
      throws SshKeySession.CutException, ProbeException, InterruptedException {
    var account = new SshKeySession.Account(label, user);
    var wanted = new ArrayList<SshKeySession.Wanted>();
    asked.stream()
        .map(SshKnownKeysList.Key::type)
        .distinct()
        .forEach(type -> wanted.addAll(control(SshKeyShown.Role.CONTROL, type)));
    asked.forEach(key -> wanted.addAll(listed(SshKeyShown.Role.KNOWN, key)));
    if (!session.show(account, wanted)) {
      return;
    }
    accounts.add(label);
    for (var hit : session.hits(label)) {
      confirm(account, asked, hit);
    }
  }

  private void confirm(
      SshKeySession.Account account, List<SshKnownKeysList.Key> asked, SshKeyShown hit)
      throws SshKeySession.CutException, ProbeException, InterruptedException {
    for (var key : asked) {
      if (key.id().equals(hit.key())) {
        var again =
            Stream.concat(
                    control(SshKeyShown.Role.CONTROL, key.type()).stream(),
                    listed(SshKeyShown.Role.CONFIRMATION, key).stream())
                .filter(wanted -> wanted.offer().algorithm().equals(hit.algorithm()))
                .toList();
        session.show(account, again);
      }
    }
  }

  /** A wrong key with a good signature, twice, and the right one between. */
  private void signed(Map<String, String> users)
      throws SshKeySession.CutException, ProbeException, InterruptedException {
    var label = accounts.getFirst();
    var account = new SshKeySession.Account(label, users.getOrDefault(label, label));
    for (int tries = 0; tries < SIGNED_TRIES; tries++) {
      session.show(account, control(SshKeyShown.Role.SIGNED_CONTROL, "ssh-rsa"));
      if (tries == 0 && users.containsKey(DECLARED)) {
        session.show(new SshKeySession.Account(DECLARED, users.get(DECLARED)), right());
      }
    }
  }

  private List<SshKeySession.Wanted> right() {
    return pair().stream()
        .flatMap(pair -> SshKeys.signing(DECLARED, pair).stream())
        .map(offer -> new SshKeySession.Wanted(SshKeyShown.Role.VALID, "", offer))
        .toList();
  }

  private List<SshKeySession.Wanted> control(SshKeyShown.Role role, String type) {
    var id = "control:" + type;
    var pair = fresh.computeIfAbsent(type, SshKeys::fresh);
    var offers =
        role == SshKeyShown.Role.SIGNED_CONTROL
            ? SshKeys.signing(id, pair)
            : SshKeys.asking(id, pair);
    return offers.stream().map(offer -> new SshKeySession.Wanted(role, "", offer)).toList();
  }

  private static List<SshKeySession.Wanted> listed(
      SshKeyShown.Role role, SshKnownKeysList.Key key) {
    return SshKeys.known(key.id(), key.type(), key.blob()).stream()
        .map(offer -> new SshKeySession.Wanted(role, key.name(), offer))
        .toList();
  }

  private SshKeyTrial.ValidKey validKey() {
    if (valid().flatMap(Credential::key).isEmpty()) {
      return SshKeyTrial.ValidKey.ABSENT;
    }
    return pair().isPresent() ? SshKeyTrial.ValidKey.GIVEN : SshKeyTrial.ValidKey.UNREADABLE;
  }

  private Optional<Credential> valid() {
    return place.declared().flatMap(AuthMech::validCredential);
  }

  private Optional<KeyPair> pair() {
    return valid().flatMap(Credential::key).map(Secret::reveal).flatMap(SshKeys::read);
  }
}
