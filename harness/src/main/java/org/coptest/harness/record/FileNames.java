package org.coptest.harness.record;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files: made by us alone, whatever a device or plug-in calls itself. */
final class FileNames {
  private static final Pattern TARGET = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9._-]+");
  private static final Pattern AHEAD = Pattern.compile("^[._-]+");
  private static final Pattern BEHIND = Pattern.compile("[._-]+$");
  private static final int LONGEST = 60;

  private FileNames() {}

  /** At most 60 of {@code a-z 0-9 . _ -}, never empty and never beginning with a dot. */
  static String slug(String text) {
    var plain = OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    var trimmed = AHEAD.matcher(plain).replaceFirst("");
    var start = trimmed.substring(0, Math.min(LONGEST, trimmed.length()));
    var cut = BEHIND.matcher(start).replaceFirst("");
    return cut.isEmpty() ? "unnamed" : cut;
  }

  /**
   * The id of a target, which is also the name of its folder.
   *
   * @throws IllegalArgumentException when it is not of the form that targets.yaml admits
   */
  static String checked(String target) {
    if (!TARGET.matcher(target).matches()) {
      throw new IllegalArgumentException("not the id of a target: " + slug(target));
    }
    return target;
  }
}
