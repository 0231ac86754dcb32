package org.coptest.emulators.shell;

import java.util.regex.Pattern;

/** A few commands as a small Unix shell would answer them; nothing is ever executed. */
public final class FakeShell {

  private static final int MAX_LINE = 1_024;
  private static final Pattern ARITHMETIC =
      Pattern.compile("\\$\\(\\(\\s*(\\d{1,9})\\s*([*+-])\\s*(\\d{1,9})\\s*\\)\\)");

  private FakeShell() {}

  /** The answer to this line, without its line end. */
  public static String answer(String line) {
    var command = line.strip();
    if (command.length() > MAX_LINE) {
      return "sh: line too long";
    }
    return switch (firstWord(command)) {
      case "" -> "";
      case "echo" -> expand(command.substring("echo".length()).strip());
      case "?", "help" -> "Built-in commands:\r\n echo exit help id uname";
      case "id" -> "uid=0(root) gid=0(root)";
      case "uname" -> "Linux";
      default -> "sh: " + firstWord(command) + ": not found";
    };
  }

  private static String firstWord(String command) {
    return command.split("\\s", 2)[0];
  }

  private static String expand(String text) {
    var plain = text.replace("\"", "").replace("'", "");
    return ARITHMETIC
        .matcher(plain)
        .replaceAll(m -> Long.toString(compute(m.group(1), m.group(2), m.group(3))));
  }

  private static long compute(String left, String operator, String right) {
    var a = Long.parseLong(left);
    var b = Long.parseLong(right);
    return switch (operator) {
      case "*" -> a * b;
      case "+" -> a + b;
      default -> a - b;
    };
  }
}
