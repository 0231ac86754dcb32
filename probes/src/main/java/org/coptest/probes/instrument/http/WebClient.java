package org.coptest.probes.instrument.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/** GET requests to one port: a new connection each, no redirects, no cookies, 1 MiB of body. */
public final class WebClient implements AutoCloseable {
  private static final long MOST = 1 << 20;
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(60);
  private final Dut dut;
  private final Endpoint endpoint;
  private final boolean tls;
  private final ConnectionPool pool = new ConnectionPool(0, 1, TimeUnit.SECONDS);
  private final OkHttpClient plain;

  /** For this port, inside TLS or not. */
  public WebClient(Dut dut, Endpoint endpoint, boolean tls) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.tls = tls;
    this.plain =
        new OkHttpClient.Builder()
            .dns(host -> List.of(endpoint.address()))
            .proxy(java.net.Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(pool)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .fastFallback(false)
            .readTimeout(ANSWER)
            .callTimeout(WHOLE)
            .build();
  }

  /** Asks for a path, with HTTP Basic credentials if given. */
  public HttpReply get(String path, Optional<Candidate> credential)
      throws ProbeException, InterruptedException {
    dut.awaitHttp();
    return switch (dut.connect(endpoint)) {
      case ConnectResult.Open open -> {
        try (var channel = open.channel()) {
          yield get(channel, path, credential);
        }
      }
      case ConnectResult.Refused refused -> HttpReply.none(true, Optional.empty());
      case ConnectResult.Silent silent -> HttpReply.none(false, Optional.empty());
      case ConnectResult.NoRoute noRoute -> HttpReply.none(false, Optional.empty());
    };
  }

  private HttpReply get(Channel channel, String path, Optional<Candidate> credential)
      throws ProbeException, InterruptedException {
    credential.ifPresent(it -> redact(channel, it));
    try {
      var through = tls ? tunnel(channel) : channel;
      var client = plain.newBuilder().socketFactory(new OneSocket(through)).build();
      try (var response = client.newCall(request(path, credential)).execute()) {
        return reply(response, () -> transcript(channel, credential));
      }
    } catch (Channel.BudgetExhaustedException e) {
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException("stopped").initCause(e);
      }
      var late = e instanceof java.io.InterruptedIOException;
      return HttpReply.none(!late, Optional.of(transcript(channel, credential)));
    }
  }

  private Channel tunnel(Channel channel) throws IOException, ProbeException, InterruptedException {
    dut.awaitHello();
    try {
      return TlsTunnel.over(channel, Optional.empty(), ANSWER);
    } catch (ProbeException e) {
      if (e.reasonCode() == Cause.AMBIGUOUS_RESPONSE) {
        throw new IOException("no TLS session", e);
      }
      throw e;
    }
  }

  private Request request(String path, Optional<Candidate> credential) {
    var host = endpoint.address().getHostAddress().split("%", 2)[0];
    var base = new HttpUrl.Builder().scheme("http").host(host).port(endpoint.port()).build();
    var url = Optional.ofNullable(base.resolve(path)).orElse(base);
    var request =
        new Request.Builder()
            .url(url.newBuilder().scheme("http").host(host).port(endpoint.port()).build())
            .header("Accept-Encoding", "identity")
            .header("Connection", "close")
            .header("User-Agent", "coptest");
    credential.ifPresent(it -> request.header("Authorization", "Basic " + encoded(it)));
    return request.build();
  }

  private static HttpReply reply(Response response, Supplier<EvidenceRef> transcript)
      throws IOException {
    var source = response.body().source();
    source.request(MOST);
    var buffer = source.getBuffer();
    var body = buffer.readString(Math.min(MOST, buffer.size()), StandardCharsets.ISO_8859_1);
    return new HttpReply(
        response.code(),
        response.challenges().stream().map(c -> c.scheme().toLowerCase(Locale.ROOT)).toList(),
        response.header("Location", ""),
        response.header("Content-Type", "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
        response.headers("Set-Cookie").stream().map(c -> c.split("=", 2)[0]).sorted().toList(),
        body,
        false,
        Optional.of(transcript.get()));
  }

  /** The device may have sent back what it was given. */
  private static EvidenceRef transcript(Channel channel, Optional<Candidate> credential) {
    credential.ifPresent(it -> redact(channel, it));
    return channel.transcript();
  }

  private static String encoded(Candidate credential) {
    var pair = credential.user() + ":" + credential.password();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static void redact(Channel channel, Candidate credential) {
    channel.redact(credential.user() + ":" + credential.password());
    if (!credential.password().isEmpty()) {
      channel.redact(credential.password());
    }
  }

  @Override
  public void close() {
    pool.evictAll();
    plain.dispatcher().executorService().shutdown();
  }
}
