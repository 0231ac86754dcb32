package org.coptest.probes.instrument.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import org.coptest.spi.net.Channel;
import org.jspecify.annotations.Nullable;

/** A channel of the Dut in the shape of a socket; it never connects to anything itself. */
final class ChannelSocket extends Socket {
  private final Channel channel;
  private boolean closed;

  ChannelSocket(Channel channel) throws SocketException {
    super((@Nullable SocketImpl) null);
    this.channel = channel;
  }

  @Override
  public void connect(SocketAddress ignored, int timeout) {
    // The channel is connected already, and to the only place it may lead.
  }

  @Override
  public InputStream getInputStream() {
    return channel.input();
  }

  @Override
  public OutputStream getOutputStream() {
    return channel.output();
  }

  @Override
  public InetAddress getInetAddress() {
    return channel.endpoint().address();
  }

  @Override
  public int getPort() {
    return channel.endpoint().port();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void setSoTimeout(int millis) {
    // The channel keeps its own deadlines.
  }

  @Override
  public void close() {
    closed = true;
    channel.close();
  }
}
