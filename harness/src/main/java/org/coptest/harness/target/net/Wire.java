package org.coptest.harness.target.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A non-blocking socket with bounded waits that an interrupt ends at once; one thread may read
 * while another writes. Selectors are opened only when there is something to wait for.
 */
final class Wire implements Closeable {
  private static final Duration PARTING = Duration.ofMillis(50);
  private static final int MOST_DRAINED = 64 * 1024;
  private final @Nullable SocketChannel socket;
  private final Object lock = new Object();
  private @Nullable Selector readable;
  private @Nullable Selector writable;
  private volatile boolean closed;
  private volatile boolean ended;

  /** Takes a connected channel in non-blocking mode; none if it was reset before we looked. */
  Wire(@Nullable SocketChannel socket) {
    this.socket = socket;
  }

  /** Bytes read; −1 at the end of the stream, 0 when the patience is over. */
  int read(ByteBuffer buffer, Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    checkInterrupt();
    int count = socket().read(buffer);
    while (count == 0 && end - System.nanoTime() > 0) {
      await(selector(SelectionKey.OP_READ), end);
      count = socket().read(buffer);
    }
    ended |= count < 0;
    return count;
  }

  /** Writes some bytes; 0 when the patience is over before the device takes any. */
  int write(ByteBuffer buffer, Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    checkInterrupt();
    int count = socket().write(buffer);
    while (count == 0 && end - System.nanoTime() > 0) {
      await(selector(SelectionKey.OP_WRITE), end);
      count = socket().write(buffer);
    }
    return count;
  }

  /** Ends our side; the device can still send. */
  void endOutput() throws IOException {
    socket().shutdownOutput();
  }

  /** Closes with FIN: what the device still sends is read, or the kernel would answer with RST. */
  void closeInOrder() {
    try {
      if (!closed && !ended) {
        endOutput();
        drain();
      }
    } catch (IOException alreadyGone) {
      ended = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Closes at once; a wait in another thread ends with an exception. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      closeQuietly(socket);
      closeQuietly(readable);
      closeQuietly(writable);
    }
  }

  /** Whether a read found that the device reset the connection. */
  static boolean isReset(IOException failure) {
    var words = String.valueOf(failure.getMessage());
    return failure instanceof SocketException
        && (words.contains("Connection reset") || words.contains("Broken pipe"));
  }

  private SocketChannel socket() throws SocketException {
    if (socket == null) {
      throw new SocketException("Connection reset");
    }
    return socket;
  }

  private void drain() throws IOException, InterruptedException {
    var buffer = ByteBuffer.allocate(8_192);
    long end = System.nanoTime() + PARTING.toNanos();
    int drained = 0;
    int count;
    do {
      buffer.clear();
      count = read(buffer, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      drained += Math.max(0, count);
    } while (count > 0 && drained < MOST_DRAINED);
  }

  private void await(Selector selector, long end) throws IOException, InterruptedException {
    try {
      selector.select(Math.max(1, (end - System.nanoTime() + 999_999) / 1_000_000));
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException closedMeanwhile) {
      throw new AsynchronousCloseException();
    }
    checkInterrupt();
  }

  private Selector selector(int operation) throws IOException {
    synchronized (lock) {
      if (closed) {
        throw new AsynchronousCloseException();
      }
      var known = operation == SelectionKey.OP_READ ? readable : writable;
      if (known != null) {
        return known;
      }
      var opened = Selector.open();
      if (operation == SelectionKey.OP_READ) {
        readable = opened;
      } else {
        writable = opened;
      }
      socket().register(opened, operation);
      return opened;
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void closeQuietly(@Nullable Closeable resource) {
    try {
      if (resource != null) {
        resource.close();
      }
    } catch (IOException gone) {
      ended = true;
    }
  }
}
