package org.coptest.probes.passwords.preset;

/**
 * The longest piece that a password shares with a form of an identifier.
 *
 * @param length in characters
 * @param form name of the form; empty when nothing is shared
 */
public record CommonText(int length, String form) {

  /** Length of the longest common substring. */
  static int longest(String one, String other) {
    var before = new int[other.length() + 1];
    int longest = 0;
    for (int i = 1; i <= one.length(); i++) {
      var now = new int[other.length() + 1];
      for (int j = 1; j <= other.length(); j++) {
        now[j] = one.charAt(i - 1) == other.charAt(j - 1) ? before[j - 1] + 1 : 0;
        longest = Math.max(longest, now[j]);
      }
      before = now;
    }
    return longest;
  }
}
