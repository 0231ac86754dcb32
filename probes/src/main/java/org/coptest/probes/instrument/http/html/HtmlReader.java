package org.coptest.probes.instrument.http.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes HTML apart in one pass, the way the standard tells browsers to; any input has a reading.
 */
final class HtmlReader {
  private static final Set<String> RAW =
      Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");
  private static final Set<String> WITH_ENTITIES = Set.of("textarea", "title");
  private static final int MOST_TOKENS = 100_000;
  private static final int MOST_ATTRIBUTES = 64;
  private final String html;
  private final String lower;
  private final List<HtmlToken> tokens = new ArrayList<>();
  private int at;

  private HtmlReader(String html) {
    this.html = html;
    this.lower = lower(html);
  }

  /** ASCII alone, so that places stay the same. */
  private static String lower(String text) {
    var lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return lower.toString();
  }

  static List<HtmlToken> tokens(String html) {
    var reader = new HtmlReader(html);
    while (reader.at < html.length() && reader.tokens.size() < MOST_TOKENS) {
      reader.next();
    }
    return reader.tokens;
  }

  private void next() {
    int open = html.indexOf('<', at);
    text(at, open < 0 ? html.length() : open);
    if (open < 0) {
      at = html.length();
    } else if (html.startsWith("<!--", open)) {
      at = after(html.indexOf("-->", open + 2), 3);
    } else if (followedBy(open, "!?") || html.startsWith("</", open) && !letter(open + 2)) {
      at = after(html.indexOf('>', open), 1);
    } else if (html.startsWith("</", open)) {
      at = open + 2;
      tokens.add(new HtmlToken.End(name()));
      at = after(html.indexOf('>', at), 1);
    } else if (letter(open + 1)) {
      at = open + 1;
      start();
    } else {
      tokens.add(new HtmlToken.Text("<"));
      at = open + 1;
    }
  }

  private void start() {
    var name = name();
    var attributes = attributes();
    tokens.add(new HtmlToken.Start(name, attributes));
    if (RAW.contains(name)) {
      int end = lower.indexOf("</" + name, at);
      var content = html.substring(at, end < 0 ? html.length() : end);
      tokens.add(
          new HtmlToken.Text(WITH_ENTITIES.contains(name) ? Entities.decoded(content) : content));
      at = end < 0 ? html.length() : end;
    }
  }

  private Map<String, String> attributes() {
    var attributes = new HashMap<String, String>();
    skip(" \t\r\n\f/");
    while (at < html.length() && html.charAt(at) != '>') {
      int from = at;
      // An equals sign at the start belongs to the name.
      at++;
      until(" \t\r\n\f/>=");
      var name = lower.substring(from, at);
      skip(" \t\r\n\f");
      var value = "";
      if (at < html.length() && html.charAt(at) == '=') {
        at++;
        skip(" \t\r\n\f");
        value = value();
      }
      if (attributes.size() < MOST_ATTRIBUTES) {
        attributes.putIfAbsent(name, Entities.decoded(value));
      }
      skip(" \t\r\n\f/");
    }
    at = Math.min(at + 1, html.length());
    return attributes;
  }

  private String value() {
    if (at < html.length() && (html.charAt(at) == '"' || html.charAt(at) == '\'')) {
      int end = html.indexOf(html.charAt(at), at + 1);
      var value = html.substring(at + 1, end < 0 ? html.length() : end);
      at = end < 0 ? html.length() : end + 1;
      return value;
    }
    int from = at;
    until(" \t\r\n\f>");
    return html.substring(from, at);
  }

  private String name() {
    int from = at;
    until(" \t\r\n\f/>");
    return lower.substring(from, at);
  }

  private void text(int from, int to) {
    if (to > from) {
      tokens.add(new HtmlToken.Text(Entities.decoded(html.substring(from, to))));
    }
  }

  private void until(String ends) {
    while (at < html.length() && ends.indexOf(html.charAt(at)) < 0) {
      at++;
    }
  }

  private void skip(String blanks) {
    while (at < html.length() && blanks.indexOf(html.charAt(at)) >= 0) {
      at++;
    }
  }

  private int after(int found, int length) {
    return found < 0 ? html.length() : found + length;
  }

  private boolean followedBy(int open, String any) {
    return open + 1 < html.length() && any.indexOf(html.charAt(open + 1)) >= 0;
  }

  private boolean letter(int index) {
    return index < lower.length() && lower.charAt(index) >= 'a' && lower.charAt(index) <= 'z';
  }
}
