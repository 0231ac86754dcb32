package org.coptest.harness.lists;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coptest.harness.record.Digests;
import org.coptest.harness.yaml.Problems;
import org.coptest.spi.DataList;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.declaration.Origin;

/**
 * Reads a lab's own credentials: RFC 4180 lines of UTF-8 under the heading {@code user,password} or
 * {@code protocol,user,password}. All problems are told at once; no value stands in a message.
 */
public final class CredentialFile {
  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_BYTES = 16 << 20;
  private static final int LONGEST_VALUE = 1_024;
  private static final List<String> PAIR = List.of("user", "password");
  private static final List<String> FOR_PROTOCOL = List.of("protocol", "user", "password");
  private static final Set<String> PROTOCOLS =
      Set.of(
          "any",
          "ssh",
          "telnet",
          "http",
          "http-form",
          "ftp",
          "mqtt",
          "rtsp",
          "onvif",
          "snmp",
          "coap-psk");
  private final Path file;
  private final Problems problems;

  private CredentialFile(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The credentials in this file.
   *
   * @throws org.coptest.harness.yaml.ConfigurationProblemsException with everything that is wrong
   */
  public static LabCredentials read(Path file) {
    var problems = new Problems();
    var credentials = new CredentialFile(file, problems).read();
    problems.throwIfAny();
    return credentials;
  }

  private LabCredentials read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return problem(1, "is larger than %d MiB".formatted(MOST_BYTES >> 20), "split the list");
      }
      return read(Files.readAllBytes(file));
    } catch (CharacterCodingException undecodable) {
      return problem(1, "is not UTF-8", "save the list as UTF-8");
    } catch (IOException unreadable) {
      return problem(1, "cannot be read", "name a file that is there and readable");
    }
  }

  private LabCredentials read(byte[] bytes) throws IOException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    var lines = text.lines().limit(MOST_ENTRIES + 2L).toList();
    var heading = lines.isEmpty() ? List.<String>of() : fields(lines.getFirst(), 1);
    if (!heading.equals(PAIR) && !heading.equals(FOR_PROTOCOL)) {
      return problem(
          1, "has another heading than user,password or protocol,user,password", "add that line");
    } else if (lines.size() > MOST_ENTRIES + 1) {
      return problem(
          MOST_ENTRIES + 2,
          "has more than %d entries".formatted(MOST_ENTRIES),
          "no login budget lets that many be tried: keep the likely ones");
    }
    var entries = new ArrayList<LabCredentials.Entry>();
    for (int i = 1; i < lines.size(); i++) {
      entry(lines.get(i), i + 1, heading).ifPresent(entries::add);
    }
    if (entries.isEmpty() && problems.isEmpty()) {
      return problem(1, "has no entries", "add one pair a line");
    }
    return new LabCredentials(Optional.of(about(bytes, entries.size())), List.copyOf(entries));
  }

  private DataList about(byte[] bytes, int count) throws IOException {
    var changed = Files.getLastModifiedTime(file).toInstant();
    return new DataList(
        "lab", LocalDate.ofInstant(changed, ZoneOffset.UTC), count, Digests.sha256(bytes));
  }

  private Optional<LabCredentials.Entry> entry(String line, int number, List<String> heading) {
    var fields = fields(line, number);
    if (fields.size() != heading.size()) {
      problem(
          number,
          "has %d fields, expected %d".formatted(fields.size(), heading.size()),
          "put a value with a comma between quotes");
      return Optional.empty();
    }
    var protocol =
        heading.equals(PAIR) ? "any" : fields.getFirst().toLowerCase(Locale.ROOT).strip();
    if (!PROTOCOLS.contains(protocol)) {
      problem(number, "names a protocol that is not tried", "use one of " + sorted());
      return Optional.empty();
    } else if (fields.stream().anyMatch(it -> it.length() > LONGEST_VALUE)) {
      problem(number, "has a value of more than %d characters".formatted(LONGEST_VALUE), "cut it");
      return Optional.empty();
    }
    var user = fields.get(heading.size() - 2);
    return Optional.of(new LabCredentials.Entry(number, protocol, user, fields.getLast()));
  }

  private static String sorted() {
    return String.join(", ", PROTOCOLS.stream().sorted().toList());
  }

  private List<String> fields(String line, int number) {
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
    if (quoted) {
      problem(number, "opens a quote that it does not close", "close it, or double it");
    }
    fields.add(field.toString());
    return fields;
  }

  private LabCredentials problem(int line, String what, String hint) {
    problems.add(new Origin(file.toString(), line, 1), what, hint);
    return LabCredentials.none();
  }
}
