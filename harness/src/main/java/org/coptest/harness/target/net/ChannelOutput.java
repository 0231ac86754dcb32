package org.coptest.harness.target.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.Arrays;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.verdict.Cause;

/** Sends what a library writes over a channel. */
final class ChannelOutput extends OutputStream {
  private final LiveChannel channel;

  ChannelOutput(LiveChannel channel) {
    this.channel = channel;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (channel.isClosed()) {
      throw new SocketException("Socket closed");
    }
    try {
      channel.send(Arrays.copyOfRange(bytes, offset, offset + length));
    } catch (ProbeException failure) {
      throw asStreamFailure(failure);
    } catch (IllegalStateException closedMeanwhile) {
      throw new SocketException("Socket closed");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  @Override
  public void close() {
    channel.close();
  }

  static IOException asStreamFailure(ProbeException failure) {
    var words = String.valueOf(failure.getMessage());
    return failure.reasonCode() == Cause.BUDGET_EXHAUSTED
        ? new Channel.BudgetExhaustedException(words)
        : new IOException(words, failure);
  }
}
