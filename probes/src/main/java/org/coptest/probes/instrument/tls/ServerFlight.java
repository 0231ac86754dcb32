package org.coptest.probes.instrument.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.coptest.spi.Untrusted;

/** Reads the beginning of what a server sends after a hello; bounded, tolerant of odd records. */
public final class ServerFlight {
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int MAX_RECORD = (1 << 14) + 2_048;
  private static final int MAX_HELLO = 1 << 16;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final byte[] RETRY =
      HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

  private ServerFlight() {}

  /** The answer in these bytes, or empty when more are needed. */
  public static Optional<HelloAnswer> read(byte[] bytes) {
    try {
      return parse(bytes);
    } catch (TlsFormatException e) {
      var problem = Optional.ofNullable(e.getMessage()).orElse("");
      return Optional.of(new HelloAnswer.NotTls(e.offset(), problem, Untrusted.quote(bytes, 64)));
    }
  }

  private static Optional<HelloAnswer> parse(byte[] bytes) throws TlsFormatException {
    if (bytes.length >= 3 && (bytes[0] & 0x80) != 0) {
      return ssl2(bytes);
    }
    var handshake = new ByteArrayOutputStream();
    int at = 0;
    while (bytes.length - at >= 5) {
      var header = new ByteReader(Arrays.copyOfRange(bytes, at, at + 5), at);
      int type = header.u8();
      int major = header.u16() >>> 8;
      int length = header.u16();
      check(type == ALERT || type == HANDSHAKE, at, "no alert or handshake record");
      check(major == 3 || major == 0, at + 1, "record version is not of SSL or TLS");
      check(length > 0 && length <= MAX_RECORD, at + 3, "record length out of bounds");
      if (bytes.length - at - 5 < length) {
        return Optional.empty();
      }
      var content = Arrays.copyOfRange(bytes, at + 5, at + 5 + length);
      var answer = type == ALERT ? alert(content, at + 5) : hello(handshake, content, at + 5);
      if (answer.isPresent()) {
        return answer;
      }
      at += 5 + length;
    }
    check(bytes.length - at == 0 || plausible(bytes[at]), at, "no TLS record");
    return Optional.empty();
  }

  private static boolean plausible(byte first) {
    return first == ALERT || first == HANDSHAKE || (first & 0x80) != 0;
  }

  private static void check(boolean fine, int offset, String problem) throws TlsFormatException {
    if (!fine) {
      throw new TlsFormatException(offset, problem);
    }
  }

  /** A warning does not end the handshake: what follows it counts. */
  private static Optional<HelloAnswer> alert(byte[] content, int at) throws TlsFormatException {
    check(content.length == 2, at, "alert is not two bytes");
    int level = content[0] & 0xff;
    check(level == 1 || level == 2, at, "alert level is neither warning nor fatal");
    int description = content[1] & 0xff;
    boolean warning = level == 1 && description != 0;
    return warning ? Optional.empty() : Optional.of(new HelloAnswer.Alert(level, description));
  }

  private static Optional<HelloAnswer> hello(ByteArrayOutputStream so, byte[] content, int at)
      throws TlsFormatException {
    so.writeBytes(content);
    var bytes = so.toByteArray();
    check(bytes[0] == SERVER_HELLO, at, "first handshake message is no ServerHello");
    if (bytes.length < 4) {
      return Optional.empty();
    }
    var reader = new ByteReader(bytes, at + content.length - bytes.length);
    reader.u8();
    int length = reader.u24();
    check(length <= MAX_HELLO, at, "ServerHello length out of bounds");
    return reader.remaining() < length
        ? Optional.empty()
        : Optional.of(serverHello(reader.take(length, "ServerHello"), reader.offset() - length));
  }

  private static HelloAnswer serverHello(byte[] body, int at) throws TlsFormatException {
    var reader = new ByteReader(body, at);
    int version = reader.u16();
    var random = reader.take(32, "random");
    int session = reader.u8();
    check(session <= 32, reader.offset() - 1, "session id longer than 32");
    reader.take(session, "session id");
    int suite = reader.u16();
    int compression = reader.u8();
    int chosen = reader.remaining() == 0 ? version : selectedVersion(reader, version);
    return new HelloAnswer.Chosen(chosen, suite, Arrays.equals(random, RETRY), compression);
  }

  private static int selectedVersion(ByteReader reader, int version) throws TlsFormatException {
    int chosen = version;
    int length = reader.u16();
    var extensions = new ByteReader(reader.take(length, "extensions"), reader.offset() - length);
    while (extensions.remaining() > 0) {
      int type = extensions.u16();
      int size = extensions.u16();
      int at = extensions.offset();
      var data = extensions.take(size, "extension");
      if (type == SUPPORTED_VERSIONS) {
        check(size == 2, at, "selected version is not two bytes");
        chosen = new ByteReader(data, at).u16();
      }
    }
    return chosen;
  }

  /** SSL 2.0 SERVER-HELLO or ERROR with a two-byte record header. */
  private static Optional<HelloAnswer> ssl2(byte[] bytes) throws TlsFormatException {
    var reader = new ByteReader(bytes, 0);
    int length = reader.u16() & 0x7fff;
    int type = reader.u8();
    if (type == 0 && length == 3) {
      return Optional.of(new HelloAnswer.Alert(2, 40));
    }
    check(type == 4, 2, "no SSL 2.0 SERVER-HELLO");
    check(length >= 11, 0, "SSL 2.0 SERVER-HELLO is too short");
    if (bytes.length < 7) {
      return Optional.empty();
    }
    reader.take(2, "session id hit and certificate type");
    int version = reader.u16();
    check(version == TlsVersion.SSL2.code(), 5, "SSL 2.0 SERVER-HELLO of another version");
    return Optional.of(new HelloAnswer.Chosen(version, 0, false, 0));
  }
}
