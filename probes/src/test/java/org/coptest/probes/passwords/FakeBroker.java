package org.coptest.probes.passwords;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import org.coptest.probes.testing.TcpServer;

/** An MQTT broker for tests: who may connect, in which version, and what is delivered. */
final class FakeBroker implements TcpServer.Script {
  private final BiPredicate<String, String> accounts;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private boolean anonymous;
  private boolean delivers = true;
  private boolean drops;
  private boolean newest;
  private int refusal = 5;

  private record Subscriber(Socket socket, String topic, boolean v5) {}

  FakeBroker(BiPredicate<String, String> accounts) {
    this.accounts = accounts;
  }

  /** Also takes connections without a name. */
  FakeBroker anonymous() {
    anonymous = true;
    return this;
  }

  /** Grants every topic and delivers nothing. */
  FakeBroker mute() {
    delivers = false;
    return this;
  }

  /** Ends each connection right after it was taken. */
  FakeBroker dropping() {
    drops = true;
    return this;
  }

  /** Refuses everything before MQTT 5. */
  FakeBroker newest() {
    newest = true;
    refusal = 0x86;
    return this;
  }

  /** Refuses with this code. */
  FakeBroker refusing(int code) {
    refusal = code;
    return this;
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    boolean v5 = false;
    for (int first = in.read(); first >= 0; first = in.read()) {
      var body = in.readNBytes(length(in));
      switch (first >> 4) {
        case 1 -> {
          v5 = body[6] == 5;
          int code = connect(body, v5);
          send(socket, 0x20, v5 ? new byte[] {0, (byte) code, 0} : new byte[] {0, (byte) code});
          if (code != 0 || drops) {
            return;
          }
        }
        case 8 -> subscribe(socket, body, v5);
        case 3 -> publish(body, v5);
        default -> {
          return;
        }
      }
    }
  }

  private int connect(byte[] body, boolean v5) {
    if (newest && !v5) {
      return 1;
    }
    if ((body[7] & 0x80) == 0) {
      return anonymous ? 0 : refusal;
    }
    int at = v5 ? 11 : 10;
    var id = text(body, at);
    var user = text(body, at + 2 + id.length());
    var password = text(body, at + 4 + id.length() + user.length());
    return accounts.test(user, password) ? 0 : refusal;
  }

  private void subscribe(Socket socket, byte[] body, boolean v5) throws IOException {
    subscribers.add(new Subscriber(socket, text(body, v5 ? 3 : 2), v5));
    send(socket, 0x90, v5 ? new byte[] {body[0], body[1], 0, 0} : new byte[] {body[0], body[1], 0});
  }

  private void publish(byte[] body, boolean v5) throws IOException {
    for (var one : subscribers) {
      if (delivers && one.topic().equals(text(body, 0)) && one.v5() == v5) {
        send(one.socket(), 0x30, body);
      }
    }
  }

  private static void send(Socket socket, int first, byte[] body) throws IOException {
    var packet = new ByteArrayOutputStream();
    packet.write(first);
    packet.write(body.length);
    packet.writeBytes(body);
    socket.getOutputStream().write(packet.toByteArray());
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << shift;
      if (digit < 0x80) {
        return length;
      }
    }
  }

  private static String text(byte[] body, int at) {
    int length = (body[at] & 0xff) << 8 | body[at + 1] & 0xff;
    return new String(body, at + 2, length, StandardCharsets.UTF_8);
  }
}
