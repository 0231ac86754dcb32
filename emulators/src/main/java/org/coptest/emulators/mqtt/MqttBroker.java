package org.coptest.emulators.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coptest.emulators.device.Conversation;

/** A broker for MQTT 3.1.1 and 5 with QoS 0, exact topics and nothing retained. */
public final class MqttBroker implements Conversation {
  private static final int CONNECT = 1;
  private static final int PUBLISH = 3;
  private static final int SUBSCRIBE = 8;
  private static final int PING = 12;
  private static final int HAS_NAME = 0x80;
  private static final int HAS_PASSWORD = 0x40;
  private final House house;
  private final Map<Client, String> subscribers = new ConcurrentHashMap<>();

  /** With these rules. */
  public MqttBroker(House house) {
    this.house = house;
  }

  /** One connection that was taken. */
  private record Client(OutputStream out, boolean v5) {
    void send(int first, byte... body) throws IOException {
      var packet = new ByteArrayOutputStream();
      packet.write(first);
      packet.write(body.length);
      packet.writeBytes(body);
      synchronized (out) {
        out.write(packet.toByteArray());
      }
    }
  }

  @Override
  public void hold(Socket peer) throws IOException {
    var in = new DataInputStream(peer.getInputStream());
    var first = Frame.read(in);
    if (first.isEmpty() || first.get().type() != CONNECT) {
      return;
    }
    try {
      serve(first.get(), in, peer.getOutputStream());
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // A packet that ends too early: the peer is sent away.
      return;
    }
  }

  private void serve(Frame connect, DataInputStream in, OutputStream out) throws IOException {
    connect.text();
    var client = new Client(out, connect.octet() == 5);
    int code = judge(connect, client.v5());
    if (client.v5()) {
      client.send(0x20, (byte) 0, (byte) code, (byte) 0);
    } else {
      client.send(0x20, (byte) 0, (byte) code);
    }
    if (code == 0 && !house.sendsAway()) {
      try {
        stay(client, in);
      } finally {
        subscribers.remove(client);
      }
    }
  }

  private int judge(Frame connect, boolean v5) {
    if (house.newestOnly() && !v5) {
      return 1;
    }
    int refused = v5 ? 0x87 : 5;
    int flags = connect.octet();
    connect.number();
    if (v5) {
      connect.skipProperties();
    }
    connect.text();
    if ((flags & HAS_NAME) == 0) {
      return house.anonymous() ? 0 : refused;
    }
    var user = connect.text();
    var password = (flags & HAS_PASSWORD) == 0 ? "" : connect.text();
    return house.accounts().admits(user, password) ? 0 : refused;
  }

  private void stay(Client client, DataInputStream in) throws IOException {
    for (var next = Frame.read(in); next.isPresent(); next = Frame.read(in)) {
      var frame = next.get();
      switch (frame.type()) {
        case SUBSCRIBE -> subscribe(client, frame);
        case PUBLISH -> publish(client, frame);
        case PING -> client.send(0xd0);
        default -> {
          return;
        }
      }
    }
  }

  private void subscribe(Client client, Frame frame) throws IOException {
    int id = frame.number();
    if (client.v5()) {
      frame.skipProperties();
    }
    subscribers.put(client, frame.text());
    if (client.v5()) {
      client.send(0x90, (byte) (id >> 8), (byte) id, (byte) 0, (byte) 0);
    } else {
      client.send(0x90, (byte) (id >> 8), (byte) id, (byte) 0);
    }
  }

  private void publish(Client from, Frame frame) {
    var topic = frame.text();
    if (from.v5()) {
      frame.skipProperties();
    }
    var payload = new byte[Math.min(64, frame.body().remaining())];
    frame.body().get(payload);
    for (var subscriber : subscribers.entrySet()) {
      if (house.delivers() && subscriber.getValue().equals(topic)) {
        deliver(subscriber.getKey(), topic.getBytes(StandardCharsets.UTF_8), payload);
      }
    }
  }

  private static void deliver(Client to, byte[] topic, byte[] payload) {
    var body = new ByteArrayOutputStream();
    body.write(topic.length >> 8);
    body.write(topic.length);
    body.writeBytes(topic);
    if (to.v5()) {
      body.write(0);
    }
    body.writeBytes(payload);
    try {
      to.send(0x30, body.toByteArray());
    } catch (IOException e) {
      // This subscriber left; the others still get it.
      return;
    }
  }
}
