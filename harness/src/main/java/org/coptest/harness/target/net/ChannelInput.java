package org.coptest.harness.target.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Received;

/** The bytes of a channel for a library: silence is a timeout, a budget used up an exception. */
final class ChannelInput extends InputStream {
  private final LiveChannel channel;
  private final Duration idle;
  private byte[] pending = new byte[0];
  private int at;

  ChannelInput(LiveChannel channel, Duration idle) {
    this.channel = channel;
    this.idle = idle;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (at == pending.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, pending.length - at);
    System.arraycopy(pending, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return pending.length - at;
  }

  @Override
  public void close() {
    channel.close();
  }

  private boolean fill() throws IOException {
    return switch (receive()) {
      case Received.Data data -> {
        pending = data.bytes();
        at = 0;
        yield true;
      }
      case Received.Closed closed -> false;
      case Received.Reset reset -> throw new SocketException("Connection reset");
      case Received.Silent silent ->
          throw new SocketTimeoutException("nothing for " + idle.toMillis() + " ms");
    };
  }

  private Received receive() throws IOException {
    if (channel.isClosed()) {
      throw new SocketException("Socket closed");
    }
    try {
      return channel.receive(idle);
    } catch (ProbeException failure) {
      throw ChannelOutput.asStreamFailure(failure);
    } catch (IllegalStateException closedMeanwhile) {
      throw new SocketException("Socket closed");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }
}
