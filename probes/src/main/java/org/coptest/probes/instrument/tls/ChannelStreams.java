package org.coptest.probes.instrument.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;

/** A channel as a pair of streams. */
final class ChannelStreams {
  private ChannelStreams() {}

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    var io = new InterruptedIOException();
    io.initCause(e);
    return io;
  }

  private static IOException spent(ProbeException e) {
    return new Channel.BudgetExhaustedException(e.toString());
  }

  /** Reads what the channel receives. */
  static final class Input extends InputStream {
    private final Channel channel;
    private final Duration patience;
    private byte[] rest = new byte[0];

    Input(Channel channel, Duration patience) {
      this.channel = channel;
      this.patience = patience;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (rest.length == 0 && !fill()) {
        return -1;
      }
      int count = Math.min(length, rest.length);
      System.arraycopy(rest, 0, target, offset, count);
      rest = Arrays.copyOfRange(rest, count, rest.length);
      return count;
    }

    private boolean fill() throws IOException {
      try {
        switch (channel.receive(patience)) {
          case Received.Data data -> rest = data.bytes();
          case Received.Closed closed -> {
            return false;
          }
          case Received.Reset reset -> throw new SocketException("connection reset");
          case Received.Silent silent -> throw new SocketTimeoutException("no data in time");
        }
        return true;
      } catch (ProbeException e) {
        throw spent(e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /** Sends what is written. */
  static final class Output extends OutputStream {
    private final Channel channel;

    Output(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        channel.send(Arrays.copyOfRange(bytes, offset, offset + length));
      } catch (ProbeException e) {
        throw spent(e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }
}
