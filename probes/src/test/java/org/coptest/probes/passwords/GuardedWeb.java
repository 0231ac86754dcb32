package org.coptest.probes.passwords;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;

/** A web server with a Basic login that shuts out who fails too often. */
final class GuardedWeb implements TcpServer.Script {
  private static final String RIGHT = "admin:Xp9-unique";
  private static final int NEVER = Integer.MAX_VALUE;
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Long> locked = new HashMap<>();
  private final int after;
  private final Duration length;
  private boolean perSource;
  private boolean saysSo;
  private boolean forShow;

  private GuardedWeb(int after, Duration length) {
    this.after = after;
    this.length = length;
  }

  /** Takes as many wrong passwords as anybody likes. */
  static GuardedWeb unlimited() {
    return new GuardedWeb(NEVER, Duration.ZERO);
  }

  /** After this many failures refuses everything for this long, without a word of it. */
  static GuardedWeb locking(int after, Duration length) {
    return new GuardedWeb(after, length);
  }

  /** Counts each source by itself. */
  GuardedWeb perSource() {
    perSource = true;
    return this;
  }

  /** Tells that it is locked. */
  GuardedWeb sayingSo() {
    saysSo = true;
    return this;
  }

  /** Says that it is locked, and lets the right password in all the same. */
  GuardedWeb forShow() {
    saysSo = true;
    forShow = true;
    return this;
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    var source = perSource ? socket.getInetAddress().getHostAddress() : "anybody";
    new FakeWeb((path, login) -> answer(login, source)).play(socket, turn);
  }

  private synchronized Page answer(String login, String source) {
    if (login.isEmpty()) {
      return Page.ask();
    }
    var shut =
        locked.getOrDefault(source, 0L) - System.nanoTime() > 0 && locked.containsKey(source);
    if (login.equals(RIGHT) && (!shut || forShow)) {
      failures.remove(source);
      return Page.ok("the settings");
    } else if (shut) {
      return saysSo ? new Page(FakeWeb.ASK, "<h1>locked, wait</h1>") : Page.ask();
    }
    if (failures.merge(source, 1, Integer::sum) >= after) {
      locked.put(source, System.nanoTime() + length.toNanos());
      failures.remove(source);
    }
    return Page.ask();
  }
}
