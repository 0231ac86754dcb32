package org.coptest.emulators.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.coptest.emulators.device.Site;
import org.coptest.emulators.shell.FakeShell;

/** The pretended shell behind an SSH channel: for one command, or line by line. */
final class SshConsole implements Command {

  private static final String PROMPT = "~ # ";
  private static final int MAX_LINES = 100;

  private final Optional<String> command;
  private final Site site;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private ExitCallback exit = (status, message, close) -> {};

  private SshConsole(Optional<String> command, Site site) {
    this.command = command;
    this.site = site;
  }

  /** Answers this command and ends. */
  static SshConsole running(String command, Site site) {
    return new SshConsole(Optional.of(command), site);
  }

  /** Answers line by line. */
  static SshConsole interactive(Site site) {
    return new SshConsole(Optional.empty(), site);
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    site.threads().execute(this::run);
  }

  private void run() {
    try {
      if (command.isPresent()) {
        say(FakeShell.answer(command.get()) + "\n");
      } else {
        answerLines();
      }
      exit.onExit(0);
    } catch (IOException e) {
      exit.onExit(1);
    }
  }

  private void answerLines() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (var count = 0; count < MAX_LINES; count++) {
      say(PROMPT);
      var line = lines.readLine();
      if (line == null || line.strip().equals("exit")) {
        return;
      }
      say(FakeShell.answer(line) + "\r\n");
    }
  }

  private void say(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void destroy(ChannelSession channel) {
    // The thread ends when its streams do.
  }

  @Override
  public void setInputStream(InputStream stream) {
    in = stream;
  }

  @Override
  public void setOutputStream(OutputStream stream) {
    out = stream;
  }

  @Override
  public void setErrorStream(OutputStream stream) {
    // Everything goes to the ordinary output.
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }
}
