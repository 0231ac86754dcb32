package org.coptest.harness.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.coptest.harness.report.Shown;

/**
 * Builds a page element by element, always well-formed; text is escaped, text of the record is
 * quoted first. There is no way to put markup in as a string.
 */
final class Html {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "#[A-Za-z0-9._-]+|https://[A-Za-z0-9./_-]+"
              + "|(?:\\.\\./)*[A-Za-z0-9_-][A-Za-z0-9./_-]*(?:#[A-Za-z0-9._-]+)?");
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element with a class; an empty class is left out. */
  Html open(String tag, String style) {
    return begin(tag, style).done(tag);
  }

  /** Begins an element that others can point at. */
  Html openAt(String tag, String style, String id) {
    begin(tag, style);
    attribute("id", anchor(id));
    return done(tag);
  }

  /** Begins a link to a file of this report or a page of the standard; else only its text. */
  Html openLink(String address) {
    begin("a", "");
    if (ADDRESS.matcher(address).matches()) {
      attribute("href", address);
    }
    return done("a");
  }

  /** A table cell over several columns. */
  Html openWide(String tag, String style, int columns) {
    begin(tag, style);
    attribute("colspan", Integer.toString(columns));
    return done(tag);
  }

  /** An element without content. */
  Html empty(String tag, String attributes) {
    out.append('<').append(tag).append(attributes).append(" />");
    return this;
  }

  private Html begin(String tag, String style) {
    out.append('<').append(tag);
    if (!style.isEmpty()) {
      attribute("class", style);
    }
    return this;
  }

  private Html done(String tag) {
    out.append('>');
    open.push(tag);
    return this;
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  /** Ends the element begun last. */
  Html close() {
    var tag = open.pop();
    out.append("</").append(tag).append('>');
    if (!tag.equals("span") && !tag.equals("a") && !tag.equals("b") && !tag.equals("code")) {
      out.append('\n');
    }
    return this;
  }

  /** Our own words. */
  Html text(String ours) {
    escape(ours);
    return this;
  }

  /** A sentence of the record. */
  Html shown(String untrusted) {
    return text(Shown.sentence(untrusted));
  }

  /** An element with our own words. */
  Html element(String tag, String style, String ours) {
    return open(tag, style).text(ours).close();
  }

  /** An element with a sentence of the record. */
  Html elementShown(String tag, String style, String untrusted) {
    return open(tag, style).shown(untrusted).close();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /** A name that both ends of a link make the same way. */
  static String anchor(String id) {
    return "p-" + id.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  String finished() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("left open: " + open);
    }
    return out.toString();
  }
}
