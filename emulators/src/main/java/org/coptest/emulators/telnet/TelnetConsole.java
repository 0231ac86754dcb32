package org.coptest.emulators.telnet;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.coptest.emulators.device.Conversation;
import org.coptest.emulators.shell.FakeShell;

/** A Telnet console: greeting, login where there is one, then a pretended shell. */
public final class TelnetConsole implements Conversation {

  private static final String PROMPT = "~ # ";
  private static final int MAX_COMMANDS = 100;

  private final String greeting;
  private final Optional<Login> login;

  private TelnetConsole(String greeting, Optional<Login> login) {
    this.greeting = greeting;
    this.login = login;
  }

  /** A console with this greeting and login. */
  public static TelnetConsole guarded(String greeting, Login login) {
    return new TelnetConsole(greeting, Optional.of(login));
  }

  /** A console that gives everybody a shell. */
  public static TelnetConsole unguarded(String greeting) {
    return new TelnetConsole(greeting, Optional.empty());
  }

  @Override
  public void hold(Socket peer) throws IOException {
    var link = new TelnetLink(peer);
    link.negotiate();
    link.write(greeting);
    if (admitted(link)) {
      shell(link);
    }
  }

  private boolean admitted(TelnetLink link) throws IOException {
    if (login.isEmpty()) {
      return true;
    }
    for (var attempt = 0; attempt < login.get().tries(); attempt++) {
      if (ask(link, login.get())) {
        return true;
      }
      link.write(login.get().refusal() + "\r\n");
    }
    return false;
  }

  private static boolean ask(TelnetLink link, Login login) throws IOException {
    var user = "";
    if (login.userPrompt().isPresent()) {
      link.write(login.userPrompt().get());
      user = link.readLine(true);
    }
    link.write(login.passwordPrompt());
    return login.accounts().admits(user, link.readLine(false));
  }

  private static void shell(TelnetLink link) throws IOException {
    for (var commands = 0; commands < MAX_COMMANDS; commands++) {
      link.write(PROMPT);
      var line = link.readLine(true).strip();
      if (line.equals("exit")) {
        return;
      }
      var answer = FakeShell.answer(line);
      link.write(answer.isEmpty() ? "" : answer + "\r\n");
    }
  }
}
