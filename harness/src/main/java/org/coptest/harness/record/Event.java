package org.coptest.harness.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One line of events.jsonl; its payload is read only when asked for.
 *
 * @param line of the file, counted from 1
 * @param offset of its first byte in the file
 * @param seq counted from 1 over all lines that are not torn
 * @param prev SHA-256 of the previous line, hex
 * @param target id of the device, or empty for the campaign as a whole
 * @param bytes the line without its LF
 * @param payloadAt where the payload begins in {@code bytes}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Event(
    long line,
    long offset,
    long seq,
    Instant time,
    String prev,
    String kind,
    String target,
    byte[] bytes,
    int payloadAt) {

  /** The payload as this type; throws a {@link RecordFaultException} when it is another. */
  public <T> T payload(Class<T> type) {
    try {
      return RecordJson.read(bytes, payloadAt, payloadLength(), type);
    } catch (JacksonException unreadable) {
      throw new RecordFaultException(
          "line %d of events.jsonl is no %s that this version reads".formatted(line, kind),
          unreadable);
    }
  }

  /** In bytes; behind it only the end of the line's object follows. */
  int payloadLength() {
    return bytes.length - 1 - payloadAt;
  }

  boolean is(EventKind wanted) {
    return kind.equals(wanted.text());
  }

  /** Whether every byte of it is the JSON it seems to be. */
  boolean isWhole() {
    try {
      RecordJson.MAPPER.readTree(bytes);
      return true;
    } catch (JacksonException torn) {
      return false;
    }
  }

  /** The line as the log writes it, up to its payload. */
  static byte[] head(long seq, long millis, String prev, EventKind kind, String target) {
    // Not formatted(): this runs for every one of a million lines.
    return ("{\"seq\":"
            + seq
            + ",\"t\":"
            + millis
            + ",\"prev\":\""
            + prev
            + "\",\"kind\":\""
            + kind.text()
            + "\",\"target\":\""
            + target
            + "\",\"payload\":")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The event of this line, or empty when it is none. */
  static Optional<Event> parse(long line, long offset, byte[] bytes) {
    if (bytes.length < 2 || bytes[bytes.length - 1] != '}') {
      return Optional.empty();
    }
    try (var json = RecordJson.MAPPER.createParser(bytes)) {
      return parse(line, offset, bytes, json);
    } catch (JacksonException | ArithmeticException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Event> parse(long line, long offset, byte[] bytes, JsonParser json) {
    long seq = -1;
    long time = -1;
    var prev = "";
    var kind = "";
    var target = "";
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "seq" -> seq = json.getLongValue();
        case "t" -> time = json.getLongValue();
        case "prev" -> prev = json.getString();
        case "kind" -> kind = json.getString();
        case "target" -> target = json.getString();
        case "payload" -> {
          var at = (int) json.currentTokenLocation().getByteOffset();
          var instant = Instant.ofEpochMilli(time);
          return Optional.of(new Event(line, offset, seq, instant, prev, kind, target, bytes, at));
        }
        default -> json.skipChildren();
      }
    }
    return Optional.empty();
  }
}
