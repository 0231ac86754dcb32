package org.coptest.emulators.device;

import java.io.IOException;
import java.time.Duration;

/** A port that is closed until some time after the device was first connected to. */
public final class LatePort implements Port {

  private final int number;
  private Port current;
  private boolean stopped;

  private LatePort(ClosedPort reserved) {
    this.number = reserved.number();
    this.current = reserved;
  }

  /** A service whose port opens this long after the first contact. */
  public static Service after(Duration delay, Conversation conversation) {
    return site -> {
      var late = new LatePort(ClosedPort.open(site));
      site.threads().execute(() -> late.openLater(site, delay, conversation));
      return late;
    };
  }

  private void openLater(Site site, Duration delay, Conversation conversation) {
    try {
      site.contacted().await();
      Thread.sleep(delay);
      swap(site, conversation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Someone else took the port meanwhile: then it never opens.
    }
  }

  private synchronized void swap(Site site, Conversation conversation) throws IOException {
    if (!stopped) {
      current.close();
      current = Listener.open(site, number, conversation);
    }
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public synchronized void close() {
    stopped = true;
    current.close();
  }
}
