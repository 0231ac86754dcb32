package org.coptest.probes.instrument.telnet;

import java.util.List;
import java.util.Locale;

/** What the unfinished last line of a console asks for; text above it never counts. */
enum Prompt {
  USER,
  PASSWORD,
  /** A line that waits for something else: a shell, a menu, or a prompt in other words. */
  OTHER,
  /** The last line is finished or there is none. */
  NONE;

  private static final int LONGEST = 160;
  private static final List<String> PASSWORDS =
      List.of(
          "password",
          "passwd",
          "passcode",
          "passphrase",
          "pass",
          "pin",
          "passwort",
          "kennwort",
          "mot de passe",
          "senha",
          "contrasena");
  private static final List<String> USERS =
      List.of(
          "login",
          "user",
          "username",
          "user name",
          "userid",
          "user id",
          "account",
          "name",
          "benutzer",
          "benutzername",
          "utilisateur",
          "usuario",
          "login name");

  /** Of this text. */
  static Prompt of(String text) {
    var line = line(text);
    if (line.isEmpty()) {
      return NONE;
    }
    var asks = line.length() <= LONGEST && (line.endsWith(":") || line.endsWith("?"));
    if (asks && ends(line, PASSWORDS)) {
      return PASSWORD;
    }
    return asks && ends(line, USERS) ? USER : OTHER;
  }

  /** The unfinished last line, without blanks around it. */
  static String line(String text) {
    int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return text.substring(end + 1).strip();
  }

  private static boolean ends(String line, List<String> words) {
    var asked = line.substring(0, line.length() - 1).strip().toLowerCase(Locale.ROOT);
    int paren = asked.endsWith(")") ? asked.lastIndexOf('(') : -1;
    var bare = paren > 0 ? asked.substring(0, paren).strip() : asked;
    int names = bare.lastIndexOf(" for ");
    return last(bare, words) || names > 0 && last(bare.substring(0, names), words);
  }

  private static boolean last(String line, List<String> words) {
    return words.stream()
        .anyMatch(word ->
            line.endsWith(word)
                && (line.length() == word.length()
                    || !Character.isLetter(line.charAt(line.length() - word.length() - 1))));
  }
}
