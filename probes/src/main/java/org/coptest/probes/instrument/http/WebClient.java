package org.coptest.probes.instrument.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.coptest.probes.instrument.http.digest.Challenge;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/** Requests to one port: a new connection each, no redirects, no cookies, 1 MiB of body. */
public final class WebClient implements AutoCloseable {
  private static final long MOST = 1 << 20;
  private static final int LONG = 8;
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

  /** Asks for a path without any credential. */
  public HttpReply get(String path) throws ProbeException, InterruptedException {
    return send(WebRequest.get(path));
  }

  /** Sends one request on a connection of its own. */
  public HttpReply send(WebRequest request) throws ProbeException, InterruptedException {
    dut.awaitHttp();
    return switch (dut.connect(endpoint)) {
      case ConnectResult.Open open -> {
        try (var channel = open.channel()) {
          yield send(channel, request);
        }
      }
      case ConnectResult.Refused refused -> HttpReply.none(Ending.CUT, Optional.empty());
      case ConnectResult.Silent silent -> HttpReply.none(Ending.SILENT, Optional.empty());
      case ConnectResult.NoRoute noRoute -> HttpReply.none(Ending.SILENT, Optional.empty());
    };
  }

  /** Path and query as the request line will have them. */
  public String target(String path) {
    var url = url(path);
    return url.encodedQuery() == null
        ? url.encodedPath()
        : url.encodedPath() + "?" + url.encodedQuery();
  }

  /** Scheme, host and port, as browsers name where a form comes from. */
  public String origin() {
    return spoken("/").toString().replaceFirst("/$", "");
  }

  /** Path and query of what a page at {@code from} means, if that is on this very port. */
  public Optional<String> local(String from, String reference) {
    var base = spoken(from);
    return Optional.ofNullable(base.resolve(reference))
        .filter(url -> url.scheme().equals(base.scheme()))
        .filter(url -> url.host().equals(base.host()) && url.port() == base.port())
        .map(url -> target(url.toString()));
  }

  private HttpUrl spoken(String path) {
    var port = endpoint.port();
    return url(path).newBuilder().scheme(tls ? "https" : "http").port(port).build();
  }

  private HttpReply send(Channel channel, WebRequest request)
      throws ProbeException, InterruptedException {
    redact(channel, request);
    try {
      var through = tls ? tunnel(channel) : channel;
      var client = plain.newBuilder().socketFactory(new OneSocket(through)).build();
      try (var response = client.newCall(built(request)).execute()) {
        return reply(response, channel, request);
      }
    } catch (Channel.BudgetExhaustedException e) {
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException("stopped").initCause(e);
      }
      return HttpReply.none(ending(e), Optional.of(transcript(channel, request)));
    }
  }

  private static Ending ending(IOException e) {
    if (e instanceof InterruptedIOException) {
      return Ending.SILENT;
    }
    return e instanceof ProtocolException ? Ending.GARBLED : Ending.CUT;
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

  private HttpUrl url(String path) {
    var host = endpoint.address().getHostAddress().split("%", 2)[0];
    var base = new HttpUrl.Builder().scheme("http").host(host).port(endpoint.port()).build();
    var url = Optional.ofNullable(base.resolve(path)).orElse(base);
    return url.newBuilder().scheme("http").host(host).port(endpoint.port()).fragment(null).build();
  }

  private Request built(WebRequest request) {
    var headers =
        new Headers.Builder()
            .add("Accept-Encoding", "identity")
            .add("Connection", "close")
            .add("User-Agent", "coptest");
    request.headers().forEach(headers::addUnsafeNonAscii);
    var bytes = request.body().getBytes(StandardCharsets.ISO_8859_1);
    return new Request.Builder()
        .url(url(request.path()))
        .headers(headers.build())
        .method(
            request.method(),
            request.type().isEmpty()
                ? null
                : RequestBody.create(bytes, MediaType.parse(request.type())))
        .build();
  }

  private static HttpReply reply(Response response, Channel channel, WebRequest request)
      throws IOException {
    var source = response.body().source();
    source.request(MOST);
    var buffer = source.getBuffer();
    var body = buffer.readString(Math.min(MOST, buffer.size()), StandardCharsets.ISO_8859_1);
    var cookies = response.headers("Set-Cookie");
    cookies.forEach(cookie -> redactValue(channel, cookie));
    return new HttpReply(
        response.code(),
        Challenge.parse(response.headers("WWW-Authenticate")),
        response.header("Location", ""),
        response.header("Content-Type", "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
        cookies,
        body,
        Ending.ANSWERED,
        Optional.of(transcript(channel, request)));
  }

  /** The device may have sent back what it was given. */
  private static EvidenceRef transcript(Channel channel, WebRequest request) {
    redact(channel, request);
    return channel.transcript();
  }

  private static void redact(Channel channel, WebRequest request) {
    request.secrets().stream().filter(secret -> !secret.isEmpty()).forEach(channel::redact);
  }

  /** A session is as good as a password; a short value tells nothing and stands everywhere. */
  private static void redactValue(Channel channel, String cookie) {
    var value = cookie.split(";", 2)[0].replaceFirst("^[^=]*=", "").strip();
    if (value.length() >= LONG) {
      channel.redact(value);
    }
  }

  @Override
  public void close() {
    pool.evictAll();
    plain.dispatcher().executorService().shutdown();
  }
}
