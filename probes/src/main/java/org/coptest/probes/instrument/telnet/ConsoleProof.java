package org.coptest.probes.instrument.telnet;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;

/** Tells a command session from a text that only looks like one. */
final class ConsoleProof {
  private final Console console;
  private final LineEnd end;
  private final RandomGenerator random;

  ConsoleProof(Console console, LineEnd end, RandomGenerator random) {
    this.console = console;
    this.end = end;
    this.random = random;
  }

  /**
   * What was found out.
   *
   * @param proof what the session was good for
   * @param last what the console showed last
   */
  record Finding(Proof proof, Screen last) {}

  /** Asks for a product; else looks for a prompt that stays and is none of these. */
  Finding find(Set<String> loginPrompts) throws ProbeException, InterruptedException {
    var answer = product();
    if (answer.proof() != Proof.NONE || answer.last().ended()) {
      return answer;
    }
    var first = console.say("", end);
    var second = first.ended() ? first : console.say("", end);
    return new Finding(
        stable(first, second, loginPrompts) ? Proof.STABLE_PROMPT : Proof.NONE, second);
  }

  /** The product of two numbers can only come from a device that computes. */
  Finding product() throws ProbeException, InterruptedException {
    long first = random.nextInt(10_000, 99_999);
    long second = random.nextInt(10_000, 99_999);
    var screen = console.say("echo $((%d*%d))".formatted(first, second), end);
    var computed = screen.text().contains(Long.toString(first * second));
    return new Finding(computed ? Proof.COMMAND : Proof.NONE, screen);
  }

  /** Whether a word that every command line explains tells more than a word that none knows. */
  boolean helps() throws ProbeException, InterruptedException {
    var nonsense = console.say("zq" + random.nextInt(100_000, 999_999), end);
    var help = nonsense.ended() ? nonsense : console.say("help", end);
    var same = !help.line().isEmpty() && help.line().equals(nonsense.line());
    return !help.ended() && same && lines(help) > lines(nonsense) + 2;
  }

  private static boolean stable(Screen first, Screen second, Set<String> loginPrompts) {
    return first.prompt() == Prompt.OTHER
        && second.prompt() == Prompt.OTHER
        && first.line().equals(second.line())
        && !loginPrompts.contains(first.line());
  }

  private static long lines(Screen screen) {
    return screen.text().lines().filter(line -> !line.isBlank()).count();
  }
}
