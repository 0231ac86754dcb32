package org.coptest.harness.target.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The part of an SSH server that shows a host key: RFC 4253 as far as the reply of the exchange.
 */
public final class ScriptedSsh implements LoopServer.Part {
  private final Map<String, byte[]> keys = new LinkedHashMap<>();
  private final String exchange;
  private final AtomicInteger served = new AtomicInteger();
  private volatile boolean newKeyEachTime;
  private volatile String before = "";

  /** With a key of each of these types, which are algorithms too. */
  public ScriptedSsh(String exchange, String... types) {
    this.exchange = exchange;
    List.of(types).forEach(type -> keys.put(type, key(type, "first")));
  }

  /** How the digest of this key is written. */
  public static String print(byte[] key) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(key);
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  /** The key of this type. */
  public byte[] key(String type) {
    return keys.get(type).clone();
  }

  /** Another device takes the place. */
  public void becomeAnother() {
    keys.replaceAll((type, old) -> key(type, "another"));
  }

  ScriptedSsh sayingBefore(String line) {
    before = line + "\r\n";
    return this;
  }

  void makeKeysOnTheFly() {
    newKeyEachTime = true;
  }

  /** Connections so far. */
  public int served() {
    return served.get();
  }

  @Override
  public void play(Socket socket) throws IOException {
    int turn = served.incrementAndGet();
    var in = new DataInputStream(socket.getInputStream());
    socket.getOutputStream().write((before + "SSH-2.0-scripted\r\n").getBytes(US_ASCII));
    while (in.readByte() != '\n') {}
    socket.getOutputStream().write(packet(proposal()));
    var theirs = ByteBuffer.wrap(packet(in)).position(17);
    string(theirs);
    var wanted = List.of(new String(string(theirs), US_ASCII).split(","));
    var init = packet(in);
    if (init[0] != 30) {
      throw new IOException("message " + init[0]);
    }
    var type = wanted.stream().filter(keys::containsKey).findFirst().orElseThrow();
    var key = newKeyEachTime ? key(type, "turn " + turn) : keys.get(type);
    var ignore = new byte[] {2, 0, 0, 0, 0};
    socket.getOutputStream().write(packet(ignore));
    socket.getOutputStream().write(packet(reply(key)));
    in.readAllBytes();
  }

  byte[] proposal() {
    var message = new ByteArrayOutputStream();
    message.write(20);
    message.writeBytes(new byte[16]);
    put(message, exchange.getBytes(US_ASCII));
    put(message, String.join(",", keys.keySet()).getBytes(US_ASCII));
    for (int i = 0; i < 8; i++) {
      put(message, "none".getBytes(US_ASCII));
    }
    message.writeBytes(new byte[5]);
    return message.toByteArray();
  }

  static byte[] reply(byte[] key) {
    var message = new ByteArrayOutputStream();
    message.write(31);
    put(message, key);
    put(message, new byte[32]);
    put(message, new byte[83]);
    return message.toByteArray();
  }

  static byte[] key(String type, String content) {
    var key = new ByteArrayOutputStream();
    put(key, type.getBytes(US_ASCII));
    put(key, content.getBytes(US_ASCII));
    return key.toByteArray();
  }

  static byte[] packet(byte[] payload) {
    int padding = 16 - (payload.length + 5) % 8;
    var packet = ByteBuffer.allocate(payload.length + padding + 5);
    packet.putInt(payload.length + padding + 1).put((byte) padding).put(payload);
    return packet.array();
  }

  private static byte[] packet(DataInputStream in) throws IOException {
    int length = in.readInt();
    int padding = in.readUnsignedByte();
    var payload = in.readNBytes(length - 1 - padding);
    in.readNBytes(padding);
    return payload;
  }

  private static byte[] string(ByteBuffer from) {
    var bytes = new byte[from.getInt()];
    from.get(bytes);
    return bytes;
  }

  private static void put(ByteArrayOutputStream message, byte[] field) {
    message.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
    message.writeBytes(field);
  }
}
