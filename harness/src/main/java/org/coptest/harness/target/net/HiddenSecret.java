package org.coptest.harness.target.net;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coptest.harness.target.net.Redaction.Mask;

/** One secret and the shapes it takes on the wire: plain, URL-encoded, in JSON, inside base64. */
final class HiddenSecret {
  private static final int SHORTEST_CORE = 4;
  private final String secret;
  private final String label;
  private final List<byte[]> plain;
  private final List<byte[]> cores;

  HiddenSecret(String secret, String label) {
    this.secret = secret;
    this.label = label;
    this.plain = bytes(spellings(secret));
    this.cores = bytes(cores(secret.getBytes(StandardCharsets.UTF_8)));
  }

  boolean is(String other) {
    return secret.equals(other);
  }

  List<Mask> masks(byte[] data) {
    var found = new ArrayList<Mask>();
    for (var spelling : plain) {
      for (int at = find(data, spelling, 0); at >= 0; at = find(data, spelling, at + 1)) {
        found.add(new Mask(at, at + spelling.length, label));
      }
    }
    var standard = standardAlphabet(data);
    for (var core : cores) {
      for (int at = find(standard, core, 0); at >= 0; at = find(standard, core, at + 1)) {
        found.add(wholeRun(standard, at, at + core.length));
      }
    }
    if (cores.isEmpty()) {
      addShortRuns(standard, found);
    }
    return found;
  }

  // A secret of one or two characters leaves no core; then the end of "user:pass" must match.
  private void addShortRuns(byte[] data, List<Mask> found) {
    for (int at = 0; at < data.length; at++) {
      if (isBase64(data[at]) && (at == 0 || !isBase64(data[at - 1]))) {
        var run = wholeRun(data, at, at);
        if (decodesToLogin(new String(data, at, run.to() - at, StandardCharsets.ISO_8859_1))) {
          found.add(run);
        }
        at = run.to();
      }
    }
  }

  private boolean decodesToLogin(String run) {
    var digits = run.replace("=", "");
    if (digits.length() % 4 == 1) {
      return false;
    }
    var text = new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8);
    return text.equals(secret) || text.endsWith(":" + secret) || text.endsWith("\0" + secret);
  }

  private Mask wholeRun(byte[] data, int from, int to) {
    int first = from;
    int end = to;
    while (first > 0 && isBase64(data[first - 1])) {
      first--;
    }
    while (end < data.length && isBase64(data[end])) {
      end++;
    }
    while (end < data.length && data[end] == '=') {
      end++;
    }
    return new Mask(first, end, label);
  }

  private static Set<String> spellings(String secret) {
    var form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    var percent = form.replace("+", "%20");
    var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    var xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return new LinkedHashSet<>(
        List.of(
            secret,
            form,
            percent,
            lowerHex(form),
            lowerHex(percent),
            json,
            json.replace("/", "\\/"),
            xml,
            xml.replace("\"", "&quot;").replace("'", "&apos;")));
  }

  private static String lowerHex(String encoded) {
    var text = new StringBuilder(encoded);
    for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
      text.replace(at, at + 3, text.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  // Base64 shifts by what comes before; the digits that depend on the neighbours are cut off.
  private static Set<String> cores(byte[] secret) {
    var cores = new LinkedHashSet<String>();
    for (int before = 0; before < 3; before++) {
      var shifted = new byte[before + secret.length];
      System.arraycopy(secret, 0, shifted, before, secret.length);
      var digits = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = before == 0 ? 0 : before + 1;
      int to = shifted.length * 8 / 6;
      if (to - from < SHORTEST_CORE) {
        return Set.of();
      }
      cores.add(digits.substring(from, to));
    }
    return cores;
  }

  private static List<byte[]> bytes(Set<String> texts) {
    var all = new ArrayList<byte[]>();
    for (var text : texts) {
      all.add(text.getBytes(StandardCharsets.UTF_8));
      if (text.chars().anyMatch(c -> c >= 128)) {
        all.add(text.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  private static byte[] standardAlphabet(byte[] data) {
    var copy = data.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i] == '-' ? (byte) '+' : copy[i] == '_' ? (byte) '/' : copy[i];
    }
    return copy;
  }

  private static boolean isBase64(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || b == '+'
        || b == '/';
  }

  private static int find(byte[] data, byte[] wanted, int from) {
    for (int at = from; at <= data.length - wanted.length; at++) {
      if (Arrays.equals(data, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
