package org.coptest.emulators.device;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may log in to a service. */
public final class Accounts {

  private final Map<String, String> passwords;
  private final boolean open;

  private Accounts(Map<String, String> passwords, boolean open) {
    this.passwords = new ConcurrentHashMap<>(passwords);
    this.open = open;
  }

  /** Nobody at all. */
  public static Accounts nobody() {
    return new Accounts(Map.of(), false);
  }

  /** Everybody, whatever they say. */
  public static Accounts everybody() {
    return new Accounts(Map.of(), true);
  }

  /** This account and no other. */
  public static Accounts only(String user, String password) {
    return nobody().and(user, password);
  }

  /** These and one more. */
  public Accounts and(String user, String password) {
    var more = new HashMap<>(passwords);
    more.put(user, password);
    return new Accounts(more, open);
  }

  /** Whether this pair opens the service. */
  public boolean admits(String user, String password) {
    return open || passwordOf(user).filter(password::equals).isPresent();
  }

  /** Gives an account that is there another password. */
  public void change(String user, String password) {
    passwords.replace(user, password);
  }

  /** The password of this account. */
  public Optional<String> passwordOf(String user) {
    return Optional.ofNullable(passwords.get(user));
  }
}
