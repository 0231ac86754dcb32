package org.coptest.probes.passwords;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.PSKTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** A CoAP server inside DTLS for tests: which keys it knows, and how it refuses. */
final class FakeCoaps implements Closeable {
  private final Map<String, byte[]> keys;
  private final DatagramSocket socket;
  private final Map<SocketAddress, Peer> peers = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private boolean pretends;
  private boolean answers = true;
  private int silentAfter = Integer.MAX_VALUE;

  FakeCoaps(Map<String, byte[]> keys) throws IOException {
    this.keys = keys;
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Goes on with a made-up key where it does not know the identity. */
  FakeCoaps pretending() {
    pretends = true;
    return this;
  }

  /** Takes a key and says nothing to requests. */
  FakeCoaps answeringNothing() {
    answers = false;
    return this;
  }

  /** Says nothing to further peers after so many. */
  FakeCoaps silentAfter(int handshakes) {
    silentAfter = handshakes;
    return this;
  }

  FakeCoaps start() {
    Thread.ofVirtual().start(this::serve);
    return this;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        socket.receive(packet);
        var peer = peers.computeIfAbsent(packet.getSocketAddress(), this::welcome);
        peer.inbox.add(Arrays.copyOf(packet.getData(), packet.getLength()));
      } catch (IOException e) {
        // Closed, or a peer has gone.
        continue;
      }
    }
  }

  private Peer welcome(SocketAddress address) {
    var peer = new Peer(address);
    if (accepted.incrementAndGet() <= silentAfter) {
      Thread.ofVirtual().start(() -> talk(peer));
    }
    return peer;
  }

  private void talk(Peer peer) {
    try {
      var inside = new DTLSServerProtocol().accept(new Server(), peer);
      answer(inside);
    } catch (IOException | RuntimeException e) {
      // Refused.
      return;
    }
  }

  private void answer(DTLSTransport inside) throws IOException {
    var buffer = new byte[2_048];
    for (int count = inside.receive(buffer, 0, 2_048, 2_000);
        count > 0 && answers;
        count = inside.receive(buffer, 0, 2_048, 2_000)) {
      buffer[0] = 0x64;
      buffer[1] = 0x45;
      inside.send(buffer, 0, 8);
    }
  }

  private final class Server extends PSKTlsServer {
    Server() {
      super(new BcTlsCrypto(new SecureRandom()), new Keys());
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {CipherSuite.TLS_PSK_WITH_AES_128_CCM_8};
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.DTLSv12.only();
    }
  }

  private final class Keys implements TlsPSKIdentityManager {
    @Override
    public byte @Nullable [] getHint() {
      return null;
    }

    @Override
    public byte @Nullable [] getPSK(byte[] identity) {
      var key = keys.get(new String(identity, StandardCharsets.UTF_8));
      return key == null && pretends ? new byte[] {1, 2, 3, 4} : key == null ? null : key.clone();
    }
  }

  private final class Peer implements DatagramTransport {
    private final SocketAddress address;
    private final BlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>(1_000);

    Peer(SocketAddress address) {
      this.address = address;
    }

    @Override
    public int getReceiveLimit() {
      return 2_048;
    }

    @Override
    public int getSendLimit() {
      return 1_200;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
      try {
        var datagram = inbox.poll(waitMillis, TimeUnit.MILLISECONDS);
        if (datagram == null) {
          return -1;
        }
        System.arraycopy(datagram, 0, buffer, offset, Math.min(length, datagram.length));
        return Math.min(length, datagram.length);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) throws IOException {
      socket.send(new DatagramPacket(buffer, offset, length, address));
    }

    @Override
    public void close() {
      peers.remove(address);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
