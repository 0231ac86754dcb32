package org.coptest.probes.passwords;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.coptest.spi.DataList;

/**
 * The bundled list of default credentials.
 *
 * @param about name, date, count and digest
 * @param rows its entries in the order of the file
 */
record CredentialList(DataList about, List<CredentialRow> rows) {
  private static final String FOLDER = "/org/coptest/lists/";

  /**
   * A bundled list before its rows are read.
   *
   * @param about name, date, count and digest
   * @param lines without the head line
   */
  record File(DataList about, List<String> lines) {}

  /** Reads it from the class path. */
  static CredentialList bundled() {
    var file = file("credentials");
    return new CredentialList(file.about(), parse(file.lines()));
  }

  /** The list of this name, and what stands in the properties beside it. */
  static File file(String name) {
    var bytes = resource(name + ".csv");
    var facts = new Properties();
    try {
      facts.load(
          new StringReader(new String(resource(name + ".properties"), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var lines = new String(bytes, StandardCharsets.UTF_8).lines().skip(1).toList();
    var date = LocalDate.parse(facts.getProperty("date"));
    return new File(
        new DataList(facts.getProperty("id"), date, lines.size(), sha256(bytes)), lines);
  }

  private static List<CredentialRow> parse(List<String> lines) {
    var rows = new ArrayList<CredentialRow>();
    for (var line : lines) {
      var fields = fields(line);
      rows.add(
          new CredentialRow(
              rows.size() + 1,
              fields.get(0),
              fields.get(1),
              fields.get(2),
              fields.get(3),
              fields.get(4),
              fields.get(5)));
    }
    return List.copyOf(rows);
  }

  /** Fields of an RFC 4180 line; no value of this list holds a line break. */
  static List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static byte[] resource(String name) {
    try (InputStream in =
        Optional.ofNullable(CredentialList.class.getResourceAsStream(FOLDER + name))
            .orElseThrow(() -> new IllegalStateException("not on the class path: " + name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
