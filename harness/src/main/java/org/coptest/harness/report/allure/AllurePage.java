package org.coptest.harness.report.allure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is done to the index page that a third-party generator wrote. */
final class AllurePage {
  private static final List<String> TRACKERS =
      List.of("googletagmanager", "google-analytics", "gtag(", "dataLayer");
  private static final int TRACKER_LENGTH = 4_000;
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "<[a-z][^>]{0,2000}?\\s(?:src|href|data|action|poster|srcset)\\s*=\\s*[\"']?\\s*"
              + "(?:https?:)?//[^\"'>\\s]{0,200}"
              + "|@import\\s+(?:url\\()?[\"']?\\s*(?:https?:)?//[^\"')\\s]{0,200}",
          Pattern.CASE_INSENSITIVE);
  private static final String POLICY =
      "default-src 'none'; script-src %s; style-src 'self' 'unsafe-inline' data:;"
          + " img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:;"
          + " connect-src 'self' data: blob:; frame-src 'none'; object-src 'none';"
          + " base-uri 'none'; form-action 'none'";
  private static final String OF_FOLDER = "'self'";
  private static final String OF_SINGLE_FILE = "'unsafe-inline' data:";

  private AllurePage() {}

  /** Without trackers, with a content security policy and the style of the lab. */
  static String hardened(String html, String brand, boolean singleFile) {
    var policy = POLICY.formatted(singleFile ? OF_SINGLE_FILE : OF_FOLDER);
    var head =
        "<head>\n    <meta http-equiv=\"Content-Security-Policy\" content=\"%s\">"
            .formatted(policy);
    return withoutTrackers(html)
        .replaceFirst("<head>", Matcher.quoteReplacement(head))
        .replaceFirst(
            "</head>", Matcher.quoteReplacement("<style>\n" + brand + "\n</style>\n</head>"));
  }

  private static String withoutTrackers(String html) {
    var kept = new StringBuilder(html.length());
    int from = 0;
    int start;
    while ((start = html.indexOf("<script", from)) >= 0) {
      int end = html.indexOf("</script", start);
      end = end < 0 ? html.length() : html.indexOf('>', end) + 1;
      kept.append(html, from, start);
      if (!isTracker(html, start, end)) {
        kept.append(html, start, end);
      }
      from = end;
    }
    return kept.append(html, from, html.length()).toString();
  }

  /** The report's own script is megabytes long; a tracker is a few lines. */
  private static boolean isTracker(String html, int start, int end) {
    var script = html.substring(start, Math.min(end, start + TRACKER_LENGTH));
    return end - start < TRACKER_LENGTH && TRACKERS.stream().anyMatch(script::contains);
  }

  /** Everything the page would still load from elsewhere; must be empty. */
  static List<String> loadsFromOutside(String html) {
    return OUTSIDE.matcher(html).results().map(found -> found.group()).limit(10).toList();
  }
}
