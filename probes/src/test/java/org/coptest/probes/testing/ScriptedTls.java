package org.coptest.probes.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** TLS servers made of canned bytes, which answer each hello as a script says and go no further. */
public final class ScriptedTls {
  private static final HexFormat HEX = HexFormat.of();

  private ScriptedTls() {}

  /**
   * What a client offered.
   *
   * @param version highest version it offered, by supported_versions where it sent that
   * @param name whether it sent a server name
   * @param extended whether it sent extensions
   */
  public record Hello(int version, List<Integer> suites, boolean name, boolean extended) {}

  /** What a server does with one hello. */
  @FunctionalInterface
  public interface Answer {
    /** The bytes it sends before it closes; no bytes to close at once. */
    byte[] to(Hello hello, int turn) throws IOException, InterruptedException;
  }

  /** A server that answers like this. */
  public static TcpServer answering(Answer answer) {
    return TcpServer.playing((socket, turn) -> {
      var in = new DataInputStream(socket.getInputStream());
      var bytes = answer.to(read(in), turn);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      if (bytes.length > 0) {
        TcpServer.drain(socket);
      }
    });
  }

  /** A server that accepts these suites with these versions and refuses the rest by alert. */
  public static TcpServer accepting(Set<Integer> versions, Set<Integer> suites) {
    return answering((hello, turn) -> choose(hello, versions::contains, suites));
  }

  /** As such a server would answer. */
  public static byte[] choose(Hello hello, Predicate<Integer> versions, Set<Integer> suites) {
    if (!versions.test(hello.version())) {
      return alert(70);
    }
    return hello.suites().stream()
        .filter(suites::contains)
        .findFirst()
        .map(suite -> serverHello(hello.version(), suite))
        .orElseGet(() -> alert(40));
  }

  /** A fatal alert in a record of TLS 1.2. */
  public static byte[] alert(int description) {
    return HEX.parseHex("150303000202%02x".formatted(description));
  }

  /** A ServerHello of this version; with supported_versions for TLS 1.3. */
  public static byte[] serverHello(int version, int suite) {
    return hello(version, suite, "11".repeat(32));
  }

  /** A HelloRetryRequest (RFC 8446 4.1.3). */
  public static byte[] retryRequest(int suite) {
    return hello(0x0304, suite, "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
  }

  private static byte[] hello(int version, int suite, String random) {
    boolean modern = version == 0x0304;
    var extensions = modern ? "0006002b00020304" : "";
    var body = "%04x%s00%04x00%s".formatted(modern ? 0x0303 : version, random, suite, extensions);
    var message = "02%06x%s".formatted(body.length() / 2, body);
    return HEX.parseHex(
        "16%04x%04x%s".formatted(Math.min(version, 0x0303), message.length() / 2, message));
  }

  private static Hello read(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    if ((first & 0x80) != 0) {
      in.readFully(new byte[in.readUnsignedByte()]);
      return new Hello(0x0002, List.of(), false, false);
    }
    in.readUnsignedShort();
    var record = new byte[in.readUnsignedShort()];
    in.readFully(record);
    var hello = ByteBuffer.wrap(record);
    hello.position(4);
    int version = hello.getShort() & 0xffff;
    hello.position(hello.position() + 32);
    hello.position(hello.position() + 1 + hello.get(hello.position()));
    var suites = new ArrayList<Integer>();
    for (int count = (hello.getShort() & 0xffff) / 2; count > 0; count--) {
      suites.add(hello.getShort() & 0xffff);
    }
    hello.position(hello.position() + 1 + hello.get(hello.position()));
    return extensions(hello, version, suites);
  }

  private static Hello extensions(ByteBuffer hello, int version, List<Integer> suites) {
    int highest = version;
    boolean name = false;
    boolean extended = hello.hasRemaining();
    if (extended) {
      hello.getShort();
    }
    while (hello.hasRemaining()) {
      int type = hello.getShort() & 0xffff;
      var data = new byte[hello.getShort() & 0xffff];
      hello.get(data);
      name |= type == 0;
      highest = type == 43 ? (data[1] & 0xff) << 8 | data[2] & 0xff : highest;
    }
    return new Hello(highest, List.copyOf(suites), name, extended);
  }
}
