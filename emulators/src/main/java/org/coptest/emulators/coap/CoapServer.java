package org.coptest.emulators.coap;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Port;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.device.Site;

/** A UDP port that answers every GET inside DTLS by 2.05, one virtual thread for each peer. */
public final class CoapServer implements Port {

  private static final int LARGEST = 2_048;
  private static final int MOST_PEERS = 256;
  private static final int IDLE_MILLIS = 5_000;
  private static final int CONTENT = 0x45;
  private static final int ACKNOWLEDGED = 0x60;

  private final DatagramSocket socket;
  private final Accounts keys;
  private final boolean playsAlong;
  private final Site site;
  private final Map<SocketAddress, Peer> peers = new ConcurrentHashMap<>();

  private CoapServer(DatagramSocket socket, Accounts keys, boolean playsAlong, Site site) {
    this.socket = socket;
    this.keys = keys;
    this.playsAlong = playsAlong;
    this.site = site;
  }

  /** For these identities and keys. */
  public static Service with(Accounts keys) {
    return service(keys, false);
  }

  /** For these, playing along with identities it does not know. */
  public static Service playingAlong(Accounts keys) {
    return service(keys, true);
  }

  private static Service service(Accounts keys, boolean playsAlong) {
    return site -> {
      var socket = new DatagramSocket(new InetSocketAddress(site.address(), 0));
      var server = new CoapServer(socket, keys, playsAlong, site);
      site.threads().execute(server::serve);
      return server;
    };
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        hand(packet.getSocketAddress(), Arrays.copyOf(packet.getData(), packet.getLength()));
      } catch (IOException e) {
        // Closed, or a peer has gone.
        continue;
      }
    }
  }

  private void hand(SocketAddress from, byte[] datagram) {
    var known = peers.get(from);
    if (known == null && peers.size() < MOST_PEERS) {
      known = new Peer(socket, from);
      peers.put(from, known);
      var peer = known;
      site.threads().execute(() -> talk(peer, from));
    }
    if (known != null) {
      known.hand(datagram);
    }
  }

  private void talk(Peer peer, SocketAddress from) {
    try {
      answer(new DTLSServerProtocol().accept(new PskServer(keys, playsAlong), peer));
    } catch (IOException | RuntimeException e) {
      // Refused; the next handshake comes from another port.
      return;
    } finally {
      peers.remove(from);
    }
  }

  /** A GET with a token of up to eight bytes is answered in its own acknowledgement. */
  private static void answer(DTLSTransport inside) throws IOException {
    var message = new byte[LARGEST];
    int count = inside.receive(message, 0, LARGEST, IDLE_MILLIS);
    while (count >= 4) {
      int token = Math.min(message[0] & 0xf, 8);
      message[0] = (byte) (ACKNOWLEDGED | token);
      message[1] = CONTENT;
      inside.send(message, 0, 4 + token);
      count = inside.receive(message, 0, LARGEST, IDLE_MILLIS);
    }
  }

  @Override
  public int number() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
