package org.coptest.harness.target.driver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Relay;

/** Requests that share their cookies; each has a connection of its own, through the Dut. */
final class WebSession {
  private static final long MOST = 1 << 20;
  private final Dut dut;
  private final Collection<String> secrets;
  private final Duration patience;
  private final Map<String, String> cookies = new TreeMap<>();

  WebSession(Dut dut, Collection<String> secrets, Duration patience) {
    this.dut = dut;
    this.secrets = secrets;
    this.patience = patience;
  }

  /** What came back, 1 MiB of it at most. */
  record Answer(int status, String body) {
    boolean redirects() {
      return status / 100 == 3;
    }
  }

  Answer ask(Endpoint endpoint, boolean tls, Request request)
      throws IOException, ProbeException, InterruptedException {
    dut.awaitHttp();
    try (var relay = dut.relay(endpoint)) {
      secrets.stream().flatMap(WebStep::writings).forEach(relay::redact);
      try (var answer = client(relay, tls).newCall(withCookies(request)).execute()) {
        remember(answer);
        var source = answer.body().source();
        source.request(MOST);
        var buffer = source.getBuffer();
        var size = Math.min(MOST, buffer.size());
        return new Answer(answer.code(), buffer.readString(size, StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException("stopped").initCause(failed);
      }
      throw failed;
    }
  }

  private OkHttpClient client(Relay relay, boolean tls) {
    var builder =
        new OkHttpClient.Builder()
            .socketFactory(new DoorFactory(relay.door()))
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .fastFallback(false)
            .callTimeout(patience);
    return (tls ? AnyCertificate.in(builder) : builder).build();
  }

  private Request withCookies(Request request) {
    var line =
        cookies.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? request : request.newBuilder().header("Cookie", line).build();
  }

  private void remember(Response answer) {
    for (var set : answer.headers("Set-Cookie")) {
      var pair = set.split(";", 2)[0].split("=", 2);
      if (pair.length == 2 && cookies.size() < 64 && set.length() < 4_096) {
        cookies.put(pair[0].strip(), pair[1].strip());
      }
    }
  }

  /** Sockets that lead to the relay, whatever address a library names. */
  private static final class DoorFactory extends SocketFactory {
    private final InetSocketAddress door;

    DoorFactory(InetSocketAddress door) {
      this.door = door;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress named, int millis) throws IOException {
          super.connect(door, millis);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("unconnected sockets only");
    }

    @Override
    public Socket createSocket(String host, int port, java.net.InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("unconnected sockets only");
    }

    @Override
    public Socket createSocket(java.net.InetAddress host, int port) throws IOException {
      throw new IOException("unconnected sockets only");
    }

    @Override
    public Socket createSocket(
        java.net.InetAddress host, int port, java.net.InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("unconnected sockets only");
    }
  }
}
