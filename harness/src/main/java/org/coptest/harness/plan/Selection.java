package org.coptest.harness.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which cases a run looks at: guidelines, and globs over provision, test case and probe id.
 *
 * @param guidelines such as {@code 5.1} or {@code 1}; empty for all
 * @param only globs of which one must match; empty for all
 * @param skip globs of which none may match
 */
public record Selection(List<String> guidelines, List<String> only, List<String> skip) {

  /** Everything. */
  public static Selection everything() {
    return new Selection(List.of(), List.of(), List.of());
  }

  /** Whether a case, named by all its ids, is in. */
  public boolean takes(String guideline, List<String> ids) {
    return (guidelines.isEmpty() || guidelines.stream().anyMatch(g -> isGuideline(g, guideline)))
        && (only.isEmpty() || matches(only, ids))
        && !matches(skip, ids);
  }

  private static boolean isGuideline(String asked, String guideline) {
    return asked.equals(guideline) || ("5." + asked).equals(guideline);
  }

  private static boolean matches(List<String> globs, List<String> ids) {
    return globs.stream().map(Selection::pattern).anyMatch(glob -> anyMatches(glob, ids.stream()));
  }

  private static boolean anyMatches(Pattern glob, Stream<String> ids) {
    return ids.anyMatch(id -> glob.matcher(id).matches());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
  }
}
