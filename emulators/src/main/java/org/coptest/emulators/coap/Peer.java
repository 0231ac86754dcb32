package org.coptest.emulators.coap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;

/** Datagrams to and from one client of a shared socket. */
final class Peer implements DatagramTransport {

  private static final int MOST_WAITING = 100;
  private static final int LARGEST = 1_400;
  private static final int LONGEST_MILLIS = 5_000;

  private final DatagramSocket socket;
  private final SocketAddress address;
  private final BlockingQueue<byte[]> inbox = new ArrayBlockingQueue<>(MOST_WAITING);

  Peer(DatagramSocket socket, SocketAddress address) {
    this.socket = socket;
    this.address = address;
  }

  /** Something came from this client; what is too much is lost. */
  void hand(byte[] datagram) {
    if (!inbox.offer(datagram)) {
      inbox.clear();
    }
  }

  @Override
  public int getReceiveLimit() {
    return 2 * LARGEST;
  }

  @Override
  public int getSendLimit() {
    return LARGEST;
  }

  @Override
  public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
    try {
      int wait = waitMillis <= 0 ? LONGEST_MILLIS : Math.min(waitMillis, LONGEST_MILLIS);
      var datagram = inbox.poll(wait, TimeUnit.MILLISECONDS);
      if (datagram == null) {
        return -1;
      }
      int count = Math.min(length, datagram.length);
      System.arraycopy(datagram, 0, buffer, offset, count);
      return count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public void send(byte[] buffer, int offset, int length) throws IOException {
    socket.send(new DatagramPacket(buffer, offset, length, address));
  }

  @Override
  public void close() {
    // The socket is that of all clients.
  }
}
