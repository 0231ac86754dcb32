package org.coptest.emulators.device;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** A listening TCP port: a bounded number of connections, one virtual thread each. */
final class Listener implements Port {

  private static final int MAX_CONNECTIONS = 256;
  private static final int BACKLOG = 1_024;
  private static final int IDLE_MILLIS = 60_000;
  private static final int RETRY_MILLIS = 50;

  private final ServerSocket server;
  private final Conversation conversation;
  private final Site site;
  private final Semaphore free = new Semaphore(MAX_CONNECTIONS);
  private final Set<Socket> live = ConcurrentHashMap.newKeySet();

  private Listener(ServerSocket server, Conversation conversation, Site site) {
    this.server = server;
    this.conversation = conversation;
    this.site = site;
  }

  /** Listens on this port, or on an ephemeral one for 0. */
  static Listener open(Site site, int port, Conversation conversation) throws IOException {
    var server = new ServerSocket();
    try {
      server.bind(new InetSocketAddress(site.address(), port), BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    var listener = new Listener(server, conversation, site);
    site.threads().execute(listener::acceptAll);
    return listener;
  }

  @Override
  public int number() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    try {
      while (!server.isClosed()) {
        // Peers beyond the limit wait in the backlog, where the port still looks open to them.
        free.acquire();
        acceptOne();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptOne() throws InterruptedException {
    try {
      receive(server.accept());
    } catch (IOException e) {
      free.release();
      // Closed, or out of file handles for a moment.
      Thread.sleep(RETRY_MILLIS);
    }
  }

  private void receive(Socket peer) {
    live.add(peer);
    site.contacted().countDown();
    try {
      site.threads().execute(() -> serve(peer));
    } catch (RejectedExecutionException e) {
      closeQuietly(peer);
    }
    // Who comes in while the port closes is not among those that close() saw.
    if (server.isClosed()) {
      closeQuietly(peer);
    }
  }

  private void serve(Socket peer) {
    try (peer) {
      peer.setSoTimeout(IDLE_MILLIS);
      peer.setTcpNoDelay(true);
      conversation.hold(peer);
      Farewell.say(peer);
    } catch (IOException e) {
      // A peer may leave at any time.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      live.remove(peer);
      free.release();
    }
  }

  @Override
  public void close() {
    closeQuietly(server);
    live.forEach(Listener::closeQuietly);
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done for it.
    }
  }
}
