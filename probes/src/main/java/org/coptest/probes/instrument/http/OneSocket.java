package org.coptest.probes.instrument.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.coptest.spi.net.Channel;

/** Hands out one channel once; a library that wants a second connection gets none. */
final class OneSocket extends SocketFactory {
  private final Channel channel;
  private boolean taken;

  OneSocket(Channel channel) {
    this.channel = channel;
  }

  @Override
  public Socket createSocket() throws IOException {
    if (taken) {
      throw new SocketException("one request has one connection");
    }
    taken = true;
    return new ChannelSocket(channel);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket();
  }
}
