package org.coptest.probes.passwords.preset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A CSV file (RFC 4180, one record a line) with the columns {@code serial} and {@code password}.
 *
 * @param sha256 digest of the whole file
 * @param labels its records, in the order of the file
 */
record LabelsFile(String sha256, List<ProductionLabel> labels) {
  static final int MOST_LABELS = 100_000;
  static final int LONGEST_LINE = 1_024;

  /** Reads it; a relative path starts at the file of the declaration. */
  static LabelsFile beside(String declaration, String path) throws LabelsUnreadableException {
    try {
      var file = Path.of(declaration).resolveSibling(path);
      if (!Files.isRegularFile(file)) {
        throw new LabelsUnreadableException(path, "no such file; put it beside the declaration");
      }
      try (var in = Files.newInputStream(file)) {
        return read(in, path);
      }
    } catch (InvalidPathException e) {
      throw new LabelsUnreadableException(path, "not a path: " + e.getReason());
    } catch (IOException e) {
      throw new LabelsUnreadableException(path, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  static LabelsFile read(InputStream in, String name)
      throws IOException, LabelsUnreadableException {
    var digest = new DigestInputStream(new BufferedInputStream(in), Digests.sha256());
    var labels = new Lines(digest, name).labels();
    return new LabelsFile(
        HexFormat.of().formatHex(digest.getMessageDigest().digest()), List.copyOf(labels));
  }

  /** Reads line by line and keeps no more than one line and the labels. */
  private static final class Lines {
    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[LONGEST_LINE];
    private int line;

    Lines(InputStream in, String name) {
      this.in = in;
      this.name = name;
    }

    List<ProductionLabel> labels() throws IOException, LabelsUnreadableException {
      var columns =
          fields(next().orElseThrow(() -> refused("the file is empty"))).stream()
              .map(field -> field.strip().toLowerCase(Locale.ROOT))
              .toList();
      int serial = column(columns, "serial");
      int password = column(columns, "password");
      var labels = new ArrayList<ProductionLabel>();
      var serials = new HashSet<String>();
      for (var text = next(); text.isPresent(); text = next()) {
        if (text.get().isBlank()) {
          continue;
        }
        var fields = fields(text.get());
        if (fields.size() != columns.size()) {
          throw refused("found %d fields, expected %d".formatted(fields.size(), columns.size()));
        }
        var label = new ProductionLabel(fields.get(serial).strip(), fields.get(password));
        if (label.serial().isEmpty() || label.password().isEmpty()) {
          throw refused("the serial or the password is empty");
        } else if (!serials.add(label.serial())) {
          throw refused("the serial stands in an earlier line too");
        } else if (labels.size() == MOST_LABELS) {
          throw refused("more than %,d labels; give a sample of them".formatted(MOST_LABELS));
        }
        labels.add(label);
      }
      return labels;
    }

    private int column(List<String> columns, String wanted) throws LabelsUnreadableException {
      int at = columns.indexOf(wanted);
      if (at < 0) {
        throw refused("expected a first line with the columns serial and password");
      }
      return at;
    }

    private Optional<String> next() throws IOException, LabelsUnreadableException {
      line++;
      int length = 0;
      int read = in.read();
      if (read < 0) {
        return Optional.empty();
      }
      while (read >= 0 && read != '\n') {
        if (length == LONGEST_LINE) {
          throw refused("the line is longer than %,d bytes".formatted(LONGEST_LINE));
        }
        buffer[length++] = (byte) read;
        read = in.read();
      }
      int end = length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
      return Optional.of(decoded(Arrays.copyOf(buffer, end)));
    }

    private String decoded(byte[] bytes) throws LabelsUnreadableException {
      String text;
      try {
        text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw refused("the line is not UTF-8");
      }
      var clean = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
      if (clean.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
        throw refused("the line holds a control character");
      }
      return clean;
    }

    private List<String> fields(String text) throws LabelsUnreadableException {
      var fields = new ArrayList<String>();
      var field = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
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
      if (quoted) {
        throw refused("a quoted field does not end on this line");
      }
      fields.add(field.toString());
      return fields;
    }

    private LabelsUnreadableException refused(String reason) {
      return new LabelsUnreadableException(name, line, reason);
    }
  }
}
